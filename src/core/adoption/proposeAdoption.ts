import { failure, success, type Outcome } from '../message';
import type { RangeRef } from '../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { isFilled, span } from './cellText';
import { findBlocks, headerRowIn, lastRow, titleAbove, transposedStrength } from './findBlocks';
import { headerLevels } from './headerRows';
import { headerTexts } from './headerText';
import { groupsOf } from './groups';
import { proposeColumns } from './proposeColumns';
import { adoptedColumn } from './proposedColumn';
import { proposedConstants } from './proposedConstants';
import { missingKeys } from './missingKeys';
import { noticesOf } from './notices';
import { proposedSections } from './proposedSections';
import { rowLooks, rowPlan } from './rowPlan';
import type { RowLook } from './rowKinds';
import type { Adoption, AdoptableTable, AdoptionProposal, ColumnProposal, SkippedText } from './types';

/**
 * Proposes how a range of the user's can be read as one of the template's tables. Nothing is decided: what is proposed has a reason, what
 * is not placed is listed, and the caller may change the adoption before it is previewed and saved.
 * @param range with or without title rows above the headers; one cell or one row of a block stands for the block
 * @param kind the table its rows belong to
 * @returns the proposal, or why there is none: `adoption.sheet-unknown`, `adoption.range-empty`, `adoption.transposed`,
 * `adoption.no-header`, `adoption.no-rows`
 */
export function proposeAdoption(
  snapshot: WorkbookSnapshot,
  range: RangeRef,
  kind: AdoptableTable,
): Outcome<AdoptionProposal> {
  const sheet = snapshot.sheets.find(({ name }) => name === range.sheet);
  if (!sheet) return failure('adoption.sheet-unknown', { sheet: range.sheet });
  const used = usedPart(sheet, wholeBlock(snapshot, sheet, range));
  if (!used) return failure('adoption.range-empty');
  const header = headerRowIn(sheet, used, kind);
  if (
    transposedStrength(sheet, used) >= 3 &&
    transposedStrength(sheet, used) > strengthAcross(sheet, used, kind, header)
  )
    return failure('adoption.transposed');
  if (header === null) return failure('adoption.no-header', { table: kind });
  const { top, rows } = headerLevels(sheet, used, header);
  const first = top + rows;
  const bottom =
    used.bottom >= first ? used.bottom : lastRow(sheet, { ...used, top, bottom: sheet.rowCount - 1 }, first);
  if (bottom < first) return failure('adoption.no-rows');
  return success(proposalFor(sheet, { ...used, top, bottom }, rows, kind));
}

/** A single row or cell stands for the block it lies in. */
function wholeBlock(snapshot: WorkbookSnapshot, sheet: SheetSnapshot, range: RangeRef): RangeRef {
  if (range.bottom > range.top) return range;
  const block = findBlocks(snapshot, sheet.name).find(
    (one) =>
      !one.transposed &&
      range.top >= one.range.top &&
      range.top <= one.range.bottom &&
      range.left <= one.range.right &&
      range.right >= one.range.left,
  );
  return block?.range ?? range;
}

/** The range without blank rows and columns at its edges; `null` where it holds nothing. */
function usedPart(sheet: SheetSnapshot, range: RangeRef): RangeRef | null {
  const rows = span(range.top, Math.min(range.bottom, sheet.rowCount - 1));
  const columns = span(range.left, Math.min(range.right, sheet.columnCount - 1));
  const hasRow = (row: number): boolean => columns.some((column) => isFilled(sheet, row, column));
  const top = rows.find(hasRow);
  const bottom = rows.filter(hasRow).at(-1);
  if (top === undefined || bottom === undefined) return null;
  const hasColumn = (column: number): boolean => span(top, bottom).some((row) => isFilled(sheet, row, column));
  return { sheet: sheet.name, top, bottom, left: columns.find(hasColumn)!, right: columns.filter(hasColumn).at(-1)! };
}

function strengthAcross(sheet: SheetSnapshot, range: RangeRef, table: AdoptableTable, header: number | null): number {
  if (header === null) return 0;
  const headers = headerTexts(sheet, { ...range, top: header }, 1);
  return proposeColumns(sheet, table, headers, range.left, []).filter(({ key }) => key !== null).length;
}

function proposalFor(
  sheet: SheetSnapshot,
  wide: RangeRef,
  headerRows: number,
  table: AdoptableTable,
): AdoptionProposal {
  const looks = rowLooks(sheet, wide, headerRows, table);
  const bottom = looks.filter(({ kind }) => kind === 'line' || kind === 'subtotal').at(-1)?.row ?? wide.bottom;
  const range = { ...wide, bottom };
  const within = looks.filter(({ row }) => row <= bottom);
  const lines = within.filter(({ kind }) => kind === 'line').map(({ row }) => row);
  const columns = proposeColumns(sheet, table, headerTexts(sheet, range, headerRows), range.left, lines);
  const adoption = assembled({ sheet, range, headerRows, table, looks: within, lines, columns });
  const constants = proposedConstants(sheet, adoption, columns, titleAbove(sheet, range) ?? '');
  const complete = withGroups(
    sheet,
    within,
    { ...adoption, constants: Object.fromEntries(constants.map(({ key, value }) => [key, value])) },
    columns,
  );
  return {
    adoption: complete,
    columns,
    constants,
    skipped: within.flatMap(({ row, text, kind }) => (kind === 'line' ? [] : [{ row, text, reason: kind }])),
    missing: missingKeys(complete),
    notices: noticesOf(sheet, complete, columns),
  };
}

interface Parts {
  readonly sheet: SheetSnapshot;
  readonly range: RangeRef;
  readonly headerRows: number;
  readonly table: AdoptableTable;
  readonly looks: readonly RowLook[];
  readonly lines: readonly number[];
  readonly columns: readonly ColumnProposal[];
}

function assembled({ sheet, range, headerRows, table, looks, lines, columns }: Parts): Adoption {
  const headers = columns.map(({ header }) => header);
  const adopted = columns.flatMap(({ key, column }) =>
    key === null ? [] : [adoptedColumn(sheet, table, key, column, { headers, left: range.left, lines })],
  );
  const hasKey = (key: string): boolean => adopted.some((column) => column.key === key);
  return {
    version: 1,
    table,
    range,
    headerRows,
    columns: adopted,
    constants: {},
    skipped: skippedTexts(looks),
    sections: proposedSections(table, looks, hasKey),
    groups: [],
    below: textBelow(sheet, range),
  };
}

function skippedTexts(looks: readonly RowLook[]): readonly SkippedText[] {
  const texts = new Map<string, SkippedText>();
  for (const { text, kind } of looks)
    if (kind !== 'line' && kind !== 'blank') texts.set(`${kind} ${text}`, { text, reason: kind });
  return [...texts.values()];
}

function textBelow(sheet: SheetSnapshot, range: RangeRef): string | null {
  const row = range.bottom + 1;
  if (row >= sheet.rowCount) return null;
  const texts = span(range.left, range.right).map((column) => sheet.value(row, column));
  const first = texts.find((value) => typeof value === 'string' && value !== '');
  return typeof first === 'string' ? first.normalize('NFKC').trim() : null;
}

/** Only lines under headings or merged cells have a place that a sort could take from them. */
function withGroups(
  sheet: SheetSnapshot,
  looks: readonly RowLook[],
  adoption: Adoption,
  columns: readonly ColumnProposal[],
): Adoption {
  const isGrouped = adoption.sections !== null || adoption.columns.some(({ below }) => below);
  if (!isGrouped) return adoption;
  const read = adoption.columns.map(({ key, below }) => ({
    column: columns.find((column) => column.key === key)!.column,
    below: below === true,
  }));
  return { ...adoption, groups: groupsOf(rowPlan(sheet, looks, adoption, read).lines) };
}
