import { isRange, translateTokensToA1, translateTokensToR1C1, type Token } from '@borgar/fx/xlsx';
import { cellAddress, columnIndex, columnName } from './a1';
import { formulaTokens } from './formulaTokens';
import { MAX_COLUMNS, MAX_ROWS } from './sheetColumns';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** A row or column as a reference writes it, counted from 0. */
interface Line {
  readonly position: number;
  readonly fixed: boolean;
}

interface Corner {
  readonly column: Line | null;
  readonly row: Line | null;
}

/** Text that stays, or a reference that moves. */
type Part = string | ((to: Place) => string);

/**
 * @param master the formula of a shared group's first cell
 * @returns the formula of another cell of the group: relative references move, texts and column names stay
 */
export function expandSharedFormula(master: string, from: Place, to: Place): string {
  return sharedFormula(master, from)(to);
}

/**
 * As `expandSharedFormula` for many cells of one group. References keep their written form (`H42:H42` stays a range) and
 * wrap around the sheet's edges as in Excel.
 */
export function sharedFormula(master: string, from: Place): (to: Place) => string {
  const parts = joinedTexts(formulaTokens(master).map((token) => partOf(token, from)));
  return (to) => {
    let formula = '';
    for (const part of parts) formula += typeof part === 'string' ? part : part(to);
    return formula;
  };
}

function joinedTexts(parts: readonly Part[]): Part[] {
  const joined: Part[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part;
    else joined.push(part);
  }
  return joined;
}

function partOf(token: Token, from: Place): Part {
  if (!isRange(token) || token.type === 'range_named' || token.type === 'structured') return token.value;
  const mark = token.value.lastIndexOf('!') + 1;
  const corners = token.value.slice(mark).split(':').map(parsedCorner);
  const [one, other = null, ...more] = corners;
  if (!one || more.length > 0 || (corners.length > 1 && !other)) return unusualPart(token, from);
  const prefix = token.value.slice(0, mark);
  return (to) => prefix + movedReference(one, other, to.row - from.row, to.column - from.column);
}

/** Trimmed ranges (`A1:.B2`) and whatever else has corners of another form. */
function unusualPart(token: Token, from: Place): Part {
  const relative = translateTokensToR1C1([token], cellAddress(from));
  return (to) => translateTokensToA1(relative, cellAddress(to))[0]!.value;
}

function parsedCorner(text: string): Corner | null {
  const match = /^(\$?)([A-Za-z]{1,3})?(\$?)([1-9]\d{0,6})?$/.exec(text);
  if (!match || text === '') return null;
  const [, firstMark, letters, secondMark, digits] = match;
  if (letters === undefined) return { column: null, row: { position: Number(digits) - 1, fixed: firstMark === '$' } };
  const column = columnIndex(letters);
  if (column === null || (digits === undefined && secondMark === '$')) return null;
  const row = digits === undefined ? null : { position: Number(digits) - 1, fixed: secondMark === '$' };
  return { column: { position: column, fixed: firstMark === '$' }, row };
}

function movedReference(one: Corner, other: Corner | null, rows: number, columns: number): string {
  const first = movedCorner(one, rows, columns);
  if (!other) return cornerText(first);
  const second = movedCorner(other, rows, columns);
  const [left, right] = inOrder(first.column, second.column);
  const [top, bottom] = inOrder(first.row, second.row);
  return `${cornerText({ column: left, row: top })}:${cornerText({ column: right, row: bottom })}`;
}

const movedCorner = ({ column, row }: Corner, rows: number, columns: number): Corner => ({
  column: moved(column, columns, MAX_COLUMNS),
  row: moved(row, rows, MAX_ROWS),
});

function moved(line: Line | null, by: number, count: number): Line | null {
  return line === null || line.fixed ? line : { position: (line.position + by + count) % count, fixed: false };
}

const inOrder = (one: Line | null, other: Line | null): readonly [Line | null, Line | null] =>
  one && other && one.position > other.position ? [other, one] : [one, other];

function cornerText({ column, row }: Corner): string {
  const columnText = column ? `${column.fixed ? '$' : ''}${columnName(column.position)}` : '';
  return columnText + (row ? `${row.fixed ? '$' : ''}${row.position + 1}` : '');
}
