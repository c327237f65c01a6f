import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { evaluateWorkbook } from '../../src/core/package/evaluated';
import { reviewWorkbook, type ReviewedWorkbook } from '../../src/core/package/reviewed';
import type { ReportInput } from '../../src/core/report/input';
import { MORE_TEXTS } from '../../src/locales/moreTexts';
import { addTexts } from '../../src/locales/translator';

addTexts(MORE_TEXTS);

const SAMPLES = path.resolve(__dirname, '../../samples');

export async function reviewedSample(name: string): Promise<ReviewedWorkbook> {
  const bytes = new Uint8Array(readFileSync(path.join(SAMPLES, `${name}.xlsx`)));
  return reviewWorkbook(await evaluateWorkbook(bytes, (each) => readXlsx(each), createRecalculator()), null);
}

export const inputOf = ({ outcome, analysis, review }: ReviewedWorkbook, language: 'en' | 'ja'): ReportInput => ({
  outcome,
  analysis,
  review,
  language,
  changes: [{ round: '2', what: 'X', from: '1', to: '2', reason: null }],
  draft: false,
});

/** What someone might type in the hope that it does something, beside the field it stands in. */
export const PLANTED = `=HYPERLINK("http://x.test","a")<script>alert(1)</script>"'><img src=x onerror=alert(2)>&amp;</style>`;

/** Keys whose texts name tables, places and words of vocabularies; everything else a person types freely. */
const OURS = new Set([
  'table',
  'sheet',
  'stage',
  'flow',
  'per',
  'inCity',
  'status',
  'method',
  'shareBasis',
  'distribution',
  'placeBasis',
  'column',
  'code',
  'unit',
  'factorUnit',
  'serviceUnit',
]);
/** Choices of KmcCase by their keys hold neutral words. */
const isChoice = (key: string): boolean =>
  [
    'replacement',
    'timeSense',
    'accounting',
    'outsideReading',
    'roundingMode',
    'reductionUnit',
    'siteRole',
    'profile',
    'attribution',
    'pedigreeSet',
    'gwpSet',
  ].includes(key);

/** The same object with a text planted in every free field, each told apart by its path. */
export function planted<T>(value: T, where = ''): T {
  if (typeof value === 'string') return `${PLANTED}${where}` as T;
  if (Array.isArray(value)) return value.map((item, at) => planted(item as unknown, `${where}.${at}`)) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const kept = OURS.has(key) || isChoice(key) || key === 'locations' || key === 'key';
    return [key, kept ? (inner as unknown) : planted(inner as unknown, `${where}.${key}`)];
  });
  return Object.fromEntries(entries) as T;
}
