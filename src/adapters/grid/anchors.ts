import { parseA1Ref, type RangeA1, type Token } from '@borgar/fx/xlsx';
import { columnName } from '../../core/workbook/a1';
import type { RangeRef } from '../../core/workbook/cell';

/** A name's relative reference means another cell in every formula; one without a sheet means another sheet. */
export function isRelative(token: Token): boolean {
  if (token.type !== 'range' && token.type !== 'range_beam' && token.type !== 'range_ternary') return false;
  const reference = parseA1Ref(token.value, { allowTernary: true });
  if (!reference || !('range' in reference)) return true;
  const { top, left, bottom, right, $top, $left, $bottom, $right } = reference.range;
  const isFree = (edge: number | null | undefined, fixed: boolean | null | undefined) => edge != null && !fixed;
  const isRelativeEdge = isFree(top, $top) || isFree(left, $left) || isFree(bottom, $bottom) || isFree(right, $right);
  return isRelativeEdge || !reference.sheetName;
}

/** @returns `$B$2`, `$B$2:$C$9`; with rows that move `$B2:$C2` */
export function addressOf({ top, left, bottom, right }: RangeRef, movesRows: boolean): string {
  const anchor = movesRows ? '' : '$';
  const first = `$${columnName(left)}${anchor}${top + 1}`;
  return top === bottom && left === right ? first : `${first}:$${columnName(right)}${anchor}${bottom + 1}`;
}

/** Which edges of a range of cells move, and whether of two opposite ones only one does. */
export function anchorsOf({ $top, $left, $bottom, $right }: RangeA1) {
  const mixed = Boolean($top) !== Boolean($bottom) || Boolean($left) !== Boolean($right);
  return { movesRows: !$top, movesColumns: !$left, mixed };
}
