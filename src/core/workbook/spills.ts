import type { CellRef, RangeRef } from './cell';
import type { Edit } from './edit';
import { overlaidWithSpills } from './overlaidSheet';
import type { WorkbookSnapshot } from './snapshot';

/** The workbook with these and no other ranges that formulas fill; the cells stay as they are. */
export function withSpills(snapshot: WorkbookSnapshot, spills: readonly RangeRef[]): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const own = spills.filter((range) => range.sheet === sheet.name);
      return isSame(own, sheet.spills) ? sheet : overlaidWithSpills(sheet, own);
    }),
  };
}

/**
 * Where someone typed into a cell that a formula had filled, the formula has no room any more.
 * @returns what takes back the values such formulas have filled, and the ranges that are left
 */
export function brokenSpills(
  snapshot: WorkbookSnapshot,
  edits: readonly Edit[],
): { readonly blanks: readonly Edit[]; readonly left: readonly RangeRef[] } {
  const all = snapshot.sheets.flatMap(({ name, spills }) => spills.map((range) => ({ ...range, sheet: name })));
  const broken = all.filter((range) => edits.some(({ cell }) => isAfterFirst(range, cell)));
  return { blanks: broken.flatMap(blanked), left: all.filter((range) => !broken.includes(range)) };
}

function blanked(range: RangeRef): Edit[] {
  const edits: Edit[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const cell = { sheet: range.sheet, row, column };
      if (isAfterFirst(range, cell)) edits.push({ kind: 'set-calculated', cell, value: null });
    }
  }
  return edits;
}

function isAfterFirst({ sheet, top, left, bottom, right }: RangeRef, cell: CellRef): boolean {
  const isInside = cell.row >= top && cell.row <= bottom && cell.column >= left && cell.column <= right;
  return isInside && cell.sheet === sheet && (cell.row !== top || cell.column !== left);
}

function isSame(one: readonly RangeRef[], other: readonly RangeRef[]): boolean {
  const key = ({ top, left, bottom, right }: RangeRef) => `${top},${left},${bottom},${right}`;
  return one.map(key).join(';') === other.map(key).join(';');
}
