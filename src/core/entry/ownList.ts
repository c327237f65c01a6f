import { adoptedRanges } from '../adoption/adoptedRanges';
import { proposeAdoption } from '../adoption/proposeAdoption';
import { adoptionsOf } from '../adoption/store';
import type { AdoptableTable, Adoption, AdoptionProposal } from '../adoption/types';
import type { Case, Problem, Reading } from '../case/types';
import { failure, success, type Outcome } from '../message';
import type { BoundTable } from '../reader/bindColumns';
import { readCase } from '../reader/readCase';
import type { CellContent, RowContent } from '../template/content';
import type { CellValue } from '../workbook/cell';
import { MAX_ROWS, SheetBuilder } from '../workbook/sheetColumns';
import type { WorkbookSnapshot } from '../workbook/snapshot';

/** A line of a list someone brings, as it would stand in the table. */
export interface OwnLine {
  /** Line of the list, from 1, the header's counted. */
  readonly line: number;
  /** What the reader would see in each column, by key: a number, a text, a dropdown's text in the workbook's language. */
  readonly values: Readonly<Record<string, CellValue>>;
  /** Everything the reader says of it. */
  readonly problems: readonly Problem[];
  /** Nothing said of it, or of the list as a whole, blocks. */
  readonly accepted: boolean;
}

/** A list someone brings, read as rows of a table; nothing is written yet. */
export interface OwnList {
  readonly table: AdoptableTable;
  readonly proposal: AdoptionProposal;
  /** Keys that a column was found for, in the list's order, then what holds for all lines. */
  readonly keys: readonly string[];
  readonly lines: readonly OwnLine[];
  /** Concern no single line, e.g. a column that is missing: while one of them blocks, no line is accepted. */
  readonly ofWhole: readonly Problem[];
}

/**
 * Reads a list as if it stood in the workbook beside the table: columns are found as for a range that is adopted, and the reader itself
 * judges every unit and number.
 * @param cells lines of cells, headers among them
 * @param adopt changes the proposed adoption, e.g. places a column by hand
 * @returns the list, or why it cannot be read: what `proposeAdoption` says, `inventory.refused.list-too-long`
 */
export function readOwnList(
  snapshot: WorkbookSnapshot,
  table: AdoptableTable,
  cells: readonly (readonly string[])[],
  adopt: (beside: WorkbookSnapshot, proposed: Adoption) => Adoption = (_, proposed) => proposed,
): Outcome<OwnList> {
  if (cells.length > MAX_ROWS) return failure('inventory.refused.list-too-long', { lines: cells.length });
  const sheet = sheetOf(cells, freeName(snapshot));
  const beside = { ...snapshot, sheets: [...snapshot.sheets, sheet] };
  const whole = { sheet: sheet.name, top: 0, left: 0, bottom: sheet.rowCount - 1, right: sheet.columnCount - 1 };
  const proposal = proposeAdoption(beside, whole, table);
  if (!proposal.ok) return proposal;
  const adoption = adopt(beside, proposal.value.adoption);
  const { reading, bound } = readBeside(beside, adoption);
  const said = reading.problems.filter(({ cell }) => cell?.sheet === sheet.name);
  return success(listOf({ ...proposal.value, adoption }, bound, reading.case, said));
}

/** Nothing is turned into a number here: a text that spells one is read as one by the column it stands in, or refused. */
function sheetOf(cells: readonly (readonly string[])[], name: string) {
  const builder = new SheetBuilder(name);
  cells.forEach((line, row) =>
    line.forEach((text, column) => {
      if (text.trim() !== '') builder.add(row, column, text.trim());
    }),
  );
  return builder.build();
}

function freeName({ sheets }: WorkbookSnapshot): string {
  const taken = new Set(sheets.map(({ name }) => name));
  let number = 1;
  while (taken.has(`list ${number}`)) number++;
  return `list ${number}`;
}

/** @returns the case with the list in it, and the list as the reader had it before its eyes */
function readBeside(beside: WorkbookSnapshot, adoption: Adoption): { reading: Reading; bound: BoundTable | null } {
  const stored = adoptionsOf(beside).flatMap((one) => one.adoption ?? []);
  const ranges = adoptedRanges(beside, [...stored, adoption]);
  let bound: BoundTable | null = null;
  const reading = readCase(beside, {
    names: ranges.names,
    bind: (workbook) => {
      const tables = ranges.bind(workbook);
      bound = tables.find(({ sheet }) => sheet.name === adoption.range.sheet) ?? null;
      return tables;
    },
  });
  return { reading, bound };
}

function listOf(proposal: AdoptionProposal, bound: BoundTable | null, read: Case, said: readonly Problem[]): OwnList {
  const { table } = proposal.adoption;
  const rows = bound ? linesIn(bound) : [];
  const isLine = new Set(rows);
  const ofLine = (row: number): readonly Problem[] => said.filter(({ cell }) => cell!.row === row);
  const ofWhole = said.filter(({ cell }) => !isLine.has(cell!.row));
  const isReadable = bound !== null && read.language !== null && !ofWhole.some(isBlocking);
  const lines = rows.map((row): OwnLine => {
    const problems = ofLine(row);
    return {
      line: row + 1,
      values: valuesIn(bound!, row),
      problems,
      accepted: isReadable && !problems.some(isBlocking),
    };
  });
  return { table, proposal, keys: bound ? keysIn(bound, proposal.adoption) : [], lines, ofWhole };
}

const isBlocking = ({ severity }: Problem): boolean => severity === 'block';

/** Rows that are blank to the reader are no lines: title rows, subtotals, notes, as the proposal lists them. */
function linesIn({ sheet, firstRow, lastRow, columns }: BoundTable): readonly number[] {
  const places = [...columns.values()].filter(({ spec }) => spec.kind !== 'id');
  return Array.from({ length: lastRow - firstRow + 1 }, (_, index) => firstRow + index).filter((row) =>
    places.some(({ column }) => sheet.value(row, column) !== null),
  );
}

/** An id that was made for reading is none of the user's: rows get one when they are added. */
function keysIn({ columns, idKey }: BoundTable, { columns: adopted }: Adoption): readonly string[] {
  const hasIds = adopted.some(({ key }) => key === idKey);
  return [...columns.keys()].filter((key) => key !== idKey || hasIds);
}

const valuesIn = ({ sheet, columns }: BoundTable, row: number): OwnLine['values'] =>
  Object.fromEntries([...columns].map(([key, { column }]) => [key, sheet.value(row, column)]));

/**
 * The accepted lines as rows to add. Where a line names a factor, value and unit stay the template's look-up: typed over it they would no
 * longer follow the factor's row.
 */
export function acceptedRows({ keys, lines }: OwnList): readonly RowContent[] {
  return lines.flatMap(({ accepted, values }) => (accepted ? [rowOf(keys, values)] : []));
}

function rowOf(keys: readonly string[], values: OwnLine['values']): RowContent {
  const isLookedUp = (key: string): boolean =>
    (key === 'factor' || key === 'factorUnit') && typeof values['factorId'] === 'string';
  const entries = keys.flatMap((key): [string, CellContent][] => {
    const content = isLookedUp(key) ? null : contentOf(values[key] ?? null);
    return content === null ? [] : [[key, content]];
  });
  return Object.fromEntries(entries);
}

function contentOf(value: CellValue): CellContent | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value !== '' ? { raw: value } : null;
}
