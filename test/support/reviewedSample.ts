import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import type { Outcome } from '../../src/core/outcome';
import { evaluate } from '../../src/core/pipeline';
import type { DecisionState } from '../../src/core/review/decisions/entries';
import { decide, decision } from '../../src/core/review/decisions/decide';
import { reviewed, type Reviewed, type ReviewFacts } from '../../src/core/review/review';
import { recalculated } from '../../src/core/recalculated';
import { placesOf, type Places } from '../../src/core/review/places';
import type { CellValue } from '../../src/core/workbook/cell';
import type { Edit } from '../../src/core/workbook/edit';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { SheetBuilder } from '../../src/core/workbook/sheetColumns';
import { withEdits } from '../../src/core/workbook/withEdits';

/** A workbook with what is said of it. */
export interface ReviewedWorkbook extends Reviewed {
  readonly snapshot: WorkbookSnapshot;
  readonly outcome: Outcome;
  readonly places: Places;
  readonly facts: ReviewFacts;
}

/** For tests of anything else: the formula review is by far the longest part of a review. */
export const WITHOUT_FORMULAS: ReviewFacts = {
  formulas: { formulas: 0, unique: [], findings: [], tree: null, notices: [] },
};

const SAMPLES = path.resolve(__dirname, '../../samples');

export const sampleBytes = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(SAMPLES, `${name}.xlsx`)));

export const snapshotOf = async (bytes: Uint8Array): Promise<WorkbookSnapshot> => (await readXlsx(bytes)).snapshot;

export function reviewedWorkbook(snapshot: WorkbookSnapshot, facts: ReviewFacts = {}): ReviewedWorkbook {
  const outcome = evaluate(snapshot);
  return { snapshot, outcome, places: placesOf(outcome.case), facts, ...reviewed(snapshot, outcome, facts) };
}

/** @throws Error where the workbook has no such cell */
export function setCell({ places }: ReviewedWorkbook, where: string, value: CellValue): Edit {
  const [table, rowId, column] = where.split('|');
  const cell = places.cellOf({ table: table!, rowId: rowId!, column: column! });
  if (!cell) throw new Error(`no cell ${where}`);
  return { kind: 'set-value', cell, value };
}

/** The workbook with cells changed, `KmcProduct|P1|amount`: as typed, formulas not calculated anew. */
export const changed = (workbook: ReviewedWorkbook, cells: Readonly<Record<string, CellValue>>): ReviewedWorkbook =>
  reviewedWorkbook(
    withEdits(
      workbook.snapshot,
      Object.entries(cells).map(([where, value]) => setCell(workbook, where, value)),
    ),
    workbook.facts,
  );

interface Decided {
  readonly on: string;
  readonly state: DecisionState;
  readonly text?: string;
  readonly round?: number;
}

/** The workbook after a reviewer decided, on the first day of the fiscal year, in round 1 unless said. */
export function decidedAll(workbook: ReviewedWorkbook, decisions: readonly Decided[]): ReviewedWorkbook {
  const entries = decisions.map(({ on, state, text = '', round = 1 }) =>
    decision(workbook.bases, { on, state, text, by: 'Reviewer', date: '2026-04-01', round }),
  );
  return reviewedWorkbook(withEdits(workbook.snapshot, decide(workbook.snapshot, ...entries)), workbook.facts);
}

export const decided = (workbook: ReviewedWorkbook, one: Decided): ReviewedWorkbook => decidedAll(workbook, [one]);

export const standingOf = ({ review }: ReviewedWorkbook, on: string) =>
  [...review.decisions, ...review.reasons].find((standing) => standing.entry.on === on);

const tableOf = ({ snapshot }: ReviewedWorkbook, name: string) => snapshot.tables.find((table) => table.name === name)!;

/** As a sort does: formulas of a table name cells of their own row, so that they move with it as they are. */
export function swappedRows(workbook: ReviewedWorkbook, table: string, one: string, other: string): ReviewedWorkbook {
  const [from, to] = [one, other].map((rowId) => workbook.places.cellsOf(table, { rowId })[0]!.row);
  const { range } = tableOf(workbook, table);
  const sheet = workbook.snapshot.sheets.find(({ name }) => name === range.sheet)!;
  const edits: Edit[] = [];
  for (let column = range.left; column <= range.right; column++)
    for (const [source, target] of [
      [from!, to!],
      [to!, from!],
    ] as const) {
      const cell = { sheet: sheet.name, row: target, column };
      const [value, formula] = [sheet.value(source, column), sheet.formula(source, column)];
      edits.push(formula === null ? { kind: 'set-value', cell, value } : { kind: 'set-formula', cell, formula, value });
    }
  return reviewedWorkbook(withEdits(workbook.snapshot, edits), workbook.facts);
}

/** A table's sheet rebuilt elsewhere; its formulas must name no cell by its address. */
function rebuilt(workbook: ReviewedWorkbook, sheetName: string, down: number, name: string): ReviewedWorkbook {
  const { snapshot } = workbook;
  const sheets = snapshot.sheets.map((sheet) => {
    if (sheet.name !== sheetName) return sheet;
    const builder = new SheetBuilder(name);
    sheet.forEachStored((row, column, value, formula, format) =>
      builder.add(row + down, column, value, formula, format),
    );
    return builder.build();
  });
  const tables = snapshot.tables.map((table) => {
    const { range } = table;
    if (range.sheet !== sheetName) return table;
    return { ...table, range: { ...range, sheet: name, top: range.top + down, bottom: range.bottom + down } };
  });
  return reviewedWorkbook({ ...snapshot, sheets, tables }, workbook.facts);
}

export function insertedRows(workbook: ReviewedWorkbook, table: string, count: number): ReviewedWorkbook {
  const { sheet } = tableOf(workbook, table).range;
  return rebuilt(workbook, sheet, count, sheet);
}

export const renamedSheet = (workbook: ReviewedWorkbook, table: string, name: string): ReviewedWorkbook =>
  rebuilt(workbook, tableOf(workbook, table)?.range.sheet ?? table, 0, name);

/** As a host that calculates shows it after the edits. */
export async function calculated({ snapshot, facts }: ReviewedWorkbook): Promise<ReviewedWorkbook> {
  const recalculation = await createRecalculator().recalculate(snapshot);
  return reviewedWorkbook(recalculated(snapshot, recalculation).snapshot, facts);
}
