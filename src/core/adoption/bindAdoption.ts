import type { Severity } from '../case/types';
import { message, type Message } from '../message';
import { columnSpec } from './columnSpec';
import { rangeAddress } from '../workbook/a1';
import type { CellRef, RangeRef } from '../workbook/cell';
import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import type { PlacedColumn } from './adoptedSheet';
import { movedLines } from './groups';
import { isHeaderRow } from './headerRows';
import { headerTexts } from './headerText';
import { rowLook } from './rowKinds';
import { rowLooks, rowPlan, type RowPlan } from './rowPlan';
import type { Adoption } from './types';

/** Something of an adopted range that is not as it was when it was adopted. */
export interface AdoptionProblem {
  readonly severity: Severity;
  readonly message: Message;
  readonly cell: CellRef | null;
}

/** An adoption found again in its workbook. */
export interface BoundAdoption {
  readonly adoption: Adoption;
  readonly sheet: SheetSnapshot;
  readonly placed: readonly PlacedColumn[];
  readonly plan: RowPlan;
}

export interface Binding {
  /** `null` where the range cannot be read without a doubt; then `problems` say why. */
  readonly bound: BoundAdoption | null;
  readonly problems: readonly AdoptionProblem[];
}

/** Of lines that stand under another heading than before as many are named. */
const MOST_MOVED = 5;

/**
 * Finds the columns of an adoption again by their headers and its lines by their looks. Nothing is read from a column whose header has
 * changed, has gone, or stands there more often than it did; nor is a row left out that the mapping does not name.
 */
export function bindAdoption(snapshot: WorkbookSnapshot, adoption: Adoption): Binding {
  const { range, headerRows, table } = adoption;
  const sheet = snapshot.sheets.find(({ name }) => name === range.sheet);
  const top = { sheet: range.sheet, row: range.top, column: range.left };
  if (!sheet)
    return broken([{ severity: 'block', message: message('adoption.sheet-lost', { sheet: range.sheet }), cell: null }]);
  const headers = headerTexts(sheet, range, headerRows);
  const changed = headerProblems(adoption, headers, top);
  if (changed.length > 0) return broken(changed);
  const placed = placedColumns(adoption, headers);
  const columns = placed.map(({ column, adopted }) => ({ column, below: adopted.below === true }));
  const plan = rowPlan(sheet, rowLooks(sheet, range, headerRows, table), adoption, columns);
  const bound = { adoption, sheet, placed, plan };
  return { bound, problems: [...rowProblems(bound), ...belowProblems(bound)] };
}

const broken = (problems: readonly AdoptionProblem[]): Binding => ({ bound: null, problems });

function headerProblems({ columns, range }: Adoption, headers: readonly string[], cell: CellRef): AdoptionProblem[] {
  return columns.flatMap(({ header, of }) => {
    const count = headers.filter((text) => text === header).length;
    if (count === of) return [];
    const strangers = headers.filter((text) => text !== '' && !columns.some((column) => column.header === text));
    const params = { header, count, expected: of, range: rangeAddress(range), sheet: range.sheet };
    const code = count === 0 ? 'adoption.header-gone' : 'adoption.header-count';
    return [{ severity: 'block', message: message(code, { ...params, others: strangers.slice(0, 8) }), cell }];
  });
}

function placedColumns({ table, columns, range }: Adoption, headers: readonly string[]): readonly PlacedColumn[] {
  return columns.map((adopted) => {
    const positions = headers.flatMap((text, index) => (text === adopted.header ? [index] : []));
    return { adopted, spec: columnSpec(table, adopted.key), column: range.left + positions[adopted.nth]! };
  });
}

function rowProblems({ adoption, sheet, plan }: BoundAdoption): AdoptionProblem[] {
  const at = (row: number): CellRef => ({ sheet: sheet.name, row, column: adoption.range.left });
  const unknown = plan.unknown.map(({ row, text, kind }): AdoptionProblem => ({
    severity: 'block',
    message: message(`adoption.row-unknown`, { text, kind: message(`adoption.skip.${kind}`) }),
    cell: at(row),
  }));
  const moved = movedLines(adoption.groups, plan.lines).map(({ row, text, group }): AdoptionProblem => ({
    severity: 'block',
    message: message('adoption.line-moved', { text: shownText(text), group: shownText(group) }),
    cell: at(row),
  }));
  return [...unknown, ...moved.slice(0, MOST_MOVED)];
}

const shownText = (text: string): string =>
  text
    .split('|')
    .filter((part) => part !== '')
    .join(' · ');

/** A line typed below the range would silently be missing. */
function belowProblems({ adoption, sheet, placed }: BoundAdoption): AdoptionProblem[] {
  const { range, below } = adoption;
  const row = range.bottom + 1;
  if (row >= sheet.rowCount || isHeaderRow(sheet, row, range.left, range.right)) return [];
  const { kind, text } = rowLook(sheet, range, row);
  const isRead = placed.some(({ column, spec }) => isLineCell(sheet, row, column, spec.kind));
  if (kind !== 'line' || !isRead || text === below) return [];
  const cell = { sheet: sheet.name, row, column: range.left };
  return [{ severity: 'block', message: message('adoption.row-below', { text, range: addressOf(range) }), cell }];
}

const addressOf = (range: RangeRef): string => rangeAddress(range);

function isLineCell(sheet: SheetSnapshot, row: number, column: number, kind: string): boolean {
  const value = sheet.value(row, column);
  return kind === 'text' ? typeof value === 'string' && value !== '' : typeof value === 'number';
}
