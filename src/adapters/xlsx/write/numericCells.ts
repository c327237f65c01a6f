import type { CellPlan, SheetPlan } from '../../../core/template/plan';
import { contains } from './addresses';

/**
 * Cells that hold a number or are to hold one. They keep a distance from the unit that stands to their right; the other
 * cells are left to Excel, which aligns what is typed by its kind.
 */
export function numericCells({ validations }: Pick<SheetPlan, 'validations'>): (cell: CellPlan) => boolean {
  const numbers = validations.filter(({ rule }) => rule.kind === 'decimal').map(({ block }) => block);
  return ({ row, column, value, style, numberFormat }) => {
    if (typeof value === 'string' || numberFormat === '@') return false;
    if (typeof value === 'number' || numberFormat !== null || style === 'result') return true;
    return numbers.some((block) => contains(block, row, column));
  };
}
