import { createHash } from 'node:crypto';
import { applyEdits } from '../../src/adapters/xlsx/write/applyEdits';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { openSubmitted, type Submitted } from '../../src/core/package/rounds/submitted';
import { packWorkbook, type Packed } from '../../src/core/package/pack';
import { decide, decision, reply } from '../../src/core/review/decisions/decide';
import type { DecisionState, Entry } from '../../src/core/review/decisions/entries';
import type { Opinion } from '../../src/core/review/decisions/opinion';
import { applicationOf, reviewFile, type ReviewFile } from '../../src/core/review/decisions/reviewFile';
import { reviewed } from '../../src/core/review/review';
import { placesOf } from '../../src/core/review/places';
import { evaluate } from '../../src/core/pipeline';
import type { CellValue } from '../../src/core/workbook/cell';
import type { WorkbookEdit } from '../../src/core/workbook/edit';
import type { Recalculation } from '../../src/core/workbook/recalculation';
import type { VerifyTools } from '../../src/core/package/verify/context';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { recalculated } from '../../src/core/recalculated';
import { packageTools, sampleEvidence, sampleWorkbook } from './packages';

/** A small one. */
export const SAMPLE = 'photovoltaics';

/** What a reviewer decides on. */
export interface Decided {
  readonly on: string;
  readonly state: DecisionState;
  readonly text: string;
}

/** What the reviewer of these tests asks for, of the sample. */
export const ASKED: readonly Decided[] = [
  { on: 'B3', state: 'needs-change', text: '販売台数の根拠を示してください。' },
  { on: 'A3', state: 'open', text: '独自性の根拠は何ですか。' },
  { on: 'A1', state: 'accepted', text: '' },
  { on: 'A2', state: 'accepted', text: '丁寧な記載です。' },
];

/** @returns the reviewer's file on a package, decided on what is packed */
export function reviewOn(
  { id, reviewed: packed }: Packed,
  asked: readonly Decided[] = ASKED,
  more: { readonly round?: number; readonly entries?: readonly Entry[]; readonly opinion?: Opinion } = {},
): ReviewFile {
  const { round = 1, entries = [], opinion } = more;
  const { bases } = reviewed(packed.snapshot, packed.outcome);
  const own = asked.map((one) => decision(bases, { ...one, by: '審査者', date: '2026-05-01', round }));
  return reviewFile({
    package: id,
    application: applicationOf(packed.outcome.case),
    state: 'needs-change',
    entries: [...entries, ...own],
    ...(opinion ? { opinion } : {}),
  });
}

export const answer = (on: string, text: string, round = 1): Entry =>
  reply({ on, text, by: '応募者', date: '2026-06-01', round });

/** The sample after its author answered and changed cells, `KmcProduct|P1|amount`. */
export async function nextWorkbook(
  entries: readonly Entry[],
  cells: Readonly<Record<string, CellValue>> = {},
  bytes = sampleWorkbook(SAMPLE),
): Promise<Uint8Array> {
  const { snapshot } = await readXlsx(bytes);
  const places = placesOf(evaluate(snapshot).case);
  const edits = Object.entries(cells).map(([where, value]): WorkbookEdit => {
    const [table, rowId, column] = where.split('|') as [string, string, string];
    return { kind: 'set-value', cell: places.cellOf({ table, rowId, column })!, value };
  });
  const written = applyEdits(bytes, [...edits, ...decide(snapshot, ...entries)]);
  return edits.length === 0 ? written : recalculatedBytes(written);
}

/** As the author's spreadsheet program saves it: with the values of now. */
async function recalculatedBytes(bytes: Uint8Array): Promise<Uint8Array> {
  const { snapshot } = await readXlsx(bytes);
  const { edits } = recalculated(snapshot, await createRecalculator().recalculate(snapshot));
  return applyEdits(bytes, edits);
}

const books = new Map<string, ReturnType<VerifyTools['open']>>();
const values = new WeakMap<object, Promise<Recalculation>>();

/** As `packageTools`; a workbook that was opened or recalculated before is not opened or recalculated again. */
export const remembering: VerifyTools = {
  ...packageTools,
  open: (bytes) => {
    const key = createHash('sha256').update(bytes).digest('hex');
    const known = books.get(key) ?? packageTools.open(bytes);
    books.set(key, known);
    return known;
  },
  recalculator: {
    recalculate: (snapshot) => {
      const known = values.get(snapshot) ?? packageTools.recalculator!.recalculate(snapshot);
      values.set(snapshot, known);
      return known;
    },
  },
};

const earlier = new Map<Packed, Promise<Submitted>>();

export function earlierOf(packed: Packed): Promise<Submitted> {
  const known = earlier.get(packed) ?? openSubmitted(packed.bytes, remembering);
  earlier.set(packed, known);
  return known;
}

export const packNext = async (
  workbook: Uint8Array,
  before: Packed,
  review: ReviewFile | null,
  tools = remembering,
): Promise<Packed> =>
  packWorkbook(workbook, sampleEvidence(), tools, 'full', { earlier: await earlierOf(before), review });
