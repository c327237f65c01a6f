import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';
import { run } from '../../../src/apps/cli/run';
import { recalculated } from '../../../src/core/recalculated';
import { decide, decision, reply } from '../../../src/core/review/decisions/decide';
import type { DecisionState } from '../../../src/core/review/decisions/entries';
import type { CellValue } from '../../../src/core/workbook/cell';
import { reviewedWorkbook, sampleBytes, setCell, snapshotOf, WITHOUT_FORMULAS } from '../../support/reviewedSample';
import { capturedTerminal } from '../../support/terminal';

type Cells = Readonly<Record<string, CellValue>>;

/** A submission, what a reviewer decided on it, and the next one; what must be said of the last. Every value is worked out by hand. */
interface ReviewCase {
  readonly comment: string;
  readonly sample: string;
  readonly first: Cells;
  readonly decisions?: readonly { readonly on: string; readonly state: DecisionState; readonly text?: string }[];
  /** State of the application once these decisions are made. */
  readonly accepted?: string;
  readonly replies?: readonly { readonly on: string; readonly text: string }[];
  readonly second?: Cells;
  readonly expected: {
    readonly exit: number;
    readonly state: string;
    readonly blocks?: readonly string[];
    /** Severity at a place. */
    readonly places?: Readonly<Record<string, string | readonly string[]>>;
    readonly decisions: Readonly<Record<string, string>>;
    readonly changedCells?: Readonly<Record<string, readonly (readonly string[])[]>>;
    readonly numbers?: Readonly<Record<string, readonly string[]>>;
    readonly contents?: readonly (readonly string[])[];
    /** Kind, item, comment and reply. */
    readonly remarks?: readonly (readonly string[])[];
  };
}

const CASES = readdirSync(__dirname, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'kmc-review-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file as a host that calculates saves it after the edits. */
async function edited(bytes: Uint8Array, cells: Cells): Promise<Uint8Array> {
  const workbook = reviewedWorkbook(await snapshotOf(bytes), WITHOUT_FORMULAS);
  const typed = Object.entries(cells).map(([where, value]) => setCell(workbook, where, value));
  const after = applyEdits(bytes, typed);
  const snapshot = await snapshotOf(after);
  return applyEdits(after, recalculated(snapshot, await createRecalculator().recalculate(snapshot)).edits);
}

async function answered(bytes: Uint8Array, { decisions = [], replies = [] }: ReviewCase): Promise<Uint8Array> {
  const { snapshot, bases } = reviewedWorkbook(await snapshotOf(bytes), WITHOUT_FORMULAS);
  const entries = [
    ...decisions.map(({ on, state, text = '' }) =>
      decision(bases, { on, state, text, by: '審査員', date: '2026-06-01', round: 1 }),
    ),
    ...replies.map(({ on, text }) => reply({ on, text, by: '応募者', date: '2026-06-15', round: 1 })),
  ];
  return applyEdits(bytes, decide(snapshot, ...entries));
}

async function kmc(...args: readonly string[]) {
  const { terminal, out, err } = capturedTerminal();
  const code = await run(['review', ...args], terminal);
  expect(err()).toBe('');
  return { code, out: out() };
}

interface Said {
  readonly state: string;
  readonly findings: readonly { id: string; severity: string; table: string; row: string; column: string }[];
  readonly decisions: readonly { on: string; status: string; changes: readonly Changed[] }[];
  readonly changes?: { numbers: readonly { number: string; from: string; to: string }[]; contents: readonly Changed[] };
}
interface Changed {
  readonly kind: string;
  readonly table: string | null;
  readonly row: string;
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

const placed = (changes: readonly Changed[]) =>
  changes
    .filter(({ table }) => table)
    .map(({ table, row, column, from, to }) => [`${table}|${row}|${column}`, from, to]);

describe('reviews from submission to submission', () => {
  it.each(CASES)('%s', async (name) => {
    const told = JSON.parse(readFileSync(path.join(__dirname, name, 'case.json'), 'utf8')) as ReviewCase;
    const { expected } = told;
    const file = (round: number) => path.join(folder, `${name}-${round}.xlsx`);
    const first = await answered(await edited(sampleBytes(told.sample), told.first), told);
    writeFileSync(file(1), first);
    if (told.accepted) expect(JSON.parse((await kmc(file(1), '--json')).out).state).toBe(told.accepted);
    writeFileSync(file(2), await edited(first, told.second ?? {}));

    const { code, out } = await kmc(file(2), '--json', ...(told.second ? ['--since', file(1)] : []));
    const said = JSON.parse(out) as Said;
    expect([said.state, code]).toEqual([expected.state, expected.exit]);
    expect(Object.fromEntries(said.decisions.map(({ on, status }) => [on, status]))).toEqual(expected.decisions);
    if (expected.blocks)
      expect(said.findings.filter(({ severity }) => severity === 'block').map(({ id }) => id)).toEqual(expected.blocks);
    for (const [place, severity] of Object.entries(expected.places ?? {})) {
      const there = said.findings.filter(({ table, row, column }) => `${table}|${row}|${column}` === place);
      expect([place, there.map((finding) => finding.severity)]).toEqual([place, [severity].flat()]);
    }
    for (const [on, cells] of Object.entries(expected.changedCells ?? {}))
      expect(placed(said.decisions.find((one) => one.on === on)!.changes)).toEqual(cells);
    if (expected.contents) expect(placed(said.changes!.contents)).toEqual(expected.contents);
    if (expected.numbers)
      expect(Object.fromEntries(said.changes!.numbers.map(({ number, from, to }) => [number, [from, to]]))).toEqual(
        expected.numbers,
      );
    if (expected.remarks) expect(await remarksIn(file(2))).toEqual(expected.remarks);
  });

  /** The reviewer's rows of the letter, read back from its file. */
  async function remarksIn(workbook: string): Promise<readonly (readonly string[])[]> {
    const letter = path.join(folder, 'letter.xlsx');
    await kmc(workbook, '--letter', letter, '--lang', 'ja');
    const [sheet] = (await snapshotOf(new Uint8Array(readFileSync(letter)))).sheets;
    const rows: string[][] = [];
    for (let row = 4; row < sheet!.rowCount; row++) {
      const texts = [2, 3, 6, 9].map((column) => String(sheet!.value(row, column) ?? ''));
      if (sheet!.value(row, 1) === 1 && texts[2] !== '') rows.push(texts);
    }
    return rows;
  }
});
