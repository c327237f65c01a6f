import { applyEdits } from '../../src/adapters/xlsx/write/applyEdits';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../../src/adapters/xlsx/write/writeXlsx';
import { PUBLIC_FIELDS } from '../../src/core/package/documents/publicDocument';
import { evaluate } from '../../src/core/pipeline';
import { decide, decision, reason, reply } from '../../src/core/review/decisions/decide';
import { reviewed } from '../../src/core/review/review';
import type { CaseContent, CellContent, RowContent } from '../../src/core/template/content';
import { exampleNamed } from '../../src/core/template/examples/registry';
import { fieldSpec } from '../../src/core/template/fields';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import { tableSpec } from '../../src/core/template/tables';
import { cellAt, DATA_PAGE } from '../../src/core/template/cells';

/** Texts and digits that stand in a workbook once each, by the place at which they stand. */
export type Secrets = ReadonlyMap<string, string>;

/** Texts that another row refers to, so that the case stays one that can be calculated. */
const KEPT = [
  'KmcMix variant',
  'KmcBaseline variant',
  'KmcProduct variant',
  'KmcVariations table',
  'KmcVariations row',
  'KmcVariations column',
  'KmcVariations value',
  'KmcSales unit',
  'KmcSideEffects variant',
  'KmcFactors validFrom',
  'KmcFactors validTo',
  'KmcFactors resultYear',
];

/** Numbers that say which year or which age: another one would be another case. */
const CALENDAR = /year|period|age|valid|digits|draws|seed|level/i;

/** Columns of KmcFactors that the whitelist names. */
const OF_FACTORS = ['version', 'licence'];

/** @returns whether the whitelist lets what stands at a place be published */
export function isPublic(place: string): boolean {
  const [table, second, third] = place.split(' ');
  if (table === 'KmcFactors') return OF_FACTORS.includes(third!);
  return table === 'KmcCase' && third === undefined && (PUBLIC_FIELDS as readonly string[]).includes(second!);
}

class Planter {
  readonly secrets = new Map<string, string>();

  text(place: string): string {
    const text = `SECRET${String(this.secrets.size + 1).padStart(4, '0')}X`;
    this.secrets.set(place, text);
    return text;
  }

  /** As good as the number that was there, with digits of its own. */
  number(place: string, value: number): number {
    const own = Number((value + (this.secrets.size * 37 + 1_013) / 1e9).toPrecision(15));
    this.secrets.set(place, plainDigits(own));
    return own;
  }
}

const plainDigits = (value: number): string => value.toFixed(12).replace(/0+$/, '');

/** A full example with a secret in every cell that is free to hold any text, and digits of its own in every number. */
export function plantedContent(name: string): { readonly content: CaseContent; readonly planter: Planter } {
  const { content } = exampleNamed(name);
  const planter = new Planter();
  const fields = Object.fromEntries(
    Object.entries(content.fields).map(([key, field]) => {
      const isText = fieldSpec(key)?.kind === 'text' && key !== 'templateVersion' && key !== 'soldUnit';
      const isNumber = typeof field.value === 'number' && !CALENDAR.test(key);
      const value = isText
        ? { value: planter.text(`KmcCase ${key}`) }
        : isNumber
          ? { value: planter.number(`KmcCase ${key}`, field.value) }
          : {};
      return [key, { ...field, ...value, note: planter.text(`KmcCase ${key} note`) }];
    }),
  );
  const tables = Object.fromEntries(
    Object.entries(content.tables).map(([table, rows]) => [
      table,
      rows!.map((row, index) => plantedRow(table, row, index, planter)),
    ]),
  );
  return { content: { fields, tables }, planter };
}

function plantedRow(table: string, row: RowContent, index: number, planter: Planter): RowContent {
  const changed = tableSpec(table)!.columns.flatMap(({ key, kind }): [string, CellContent][] => {
    const place = `${table} ${index} ${key}`;
    const before = row[key];
    if (typeof before === 'number' && !CALENDAR.test(key)) return [[key, planter.number(place, before)]];
    return kind === 'text' && !KEPT.includes(`${table} ${key}`) ? [[key, planter.text(place)]] : [];
  });
  return { ...row, ...Object.fromEntries(changed) };
}

export interface Planted {
  readonly workbook: Uint8Array;
  readonly secrets: Secrets;
  /** A file of evidence, named as KmcEvidence cites it. */
  readonly evidence: { readonly path: string; readonly bytes: Uint8Array };
}

/** A workbook with secrets in its cells, its other sheets and their names, its review record and its evidence. */
export async function plantedWorkbook(name: string): Promise<Planted> {
  const { content, planter } = plantedContent(name);
  const plan = planWorkbook({ language: 'ja', content, exampleSheet: false });
  const own = {
    ...plan.sheets[0]!,
    ...{ key: 'own', name: planter.text('sheet name'), cells: [cellAt(0, 0, planter.text('sheet cell'), 'plain')] },
    ...{ tables: [], validations: [], columnWidths: [10], merges: [], freeze: null, page: DATA_PAGE },
  };
  const bytes = writeXlsx({ ...plan, title: planter.text('title'), sheets: [...plan.sheets, own] });
  const evidence = [...planter.secrets].find(([place]) => /^KmcEvidence \d+ file$/.test(place))![1];
  return {
    workbook: await withDecisions(bytes, planter),
    secrets: planter.secrets,
    evidence: { path: evidence, bytes: new TextEncoder().encode(planter.text('evidence content')) },
  };
}

async function withDecisions(bytes: Uint8Array, planter: Planter): Promise<Uint8Array> {
  const { snapshot } = await readXlsx(bytes);
  const { bases, review } = reviewed(snapshot, evaluate(snapshot));
  const on = review.findings[0]!.id;
  const written = (what: string) => ({
    on,
    by: planter.text(`${what} by`),
    date: '2026-05-01',
    round: 1,
    text: planter.text(`${what} text`),
  });
  const entries = [
    decision(bases, { ...written('decision'), state: 'needs-change' }),
    reason(bases, written('reason')),
    reply(written('reply')),
  ];
  return applyEdits(bytes, decide(snapshot, ...entries));
}

/** @returns places whose secret stands in a text, whichever way its digits are grouped */
export function leakedIn(text: string, secrets: Secrets): readonly string[] {
  const ungrouped = text.replace(/(?<=\d),(?=\d{3})/g, '');
  return [...secrets]
    .filter(([, secret]) => text.includes(secret) || ungrouped.includes(secret))
    .map(([place]) => place);
}
