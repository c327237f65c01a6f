import { message, type Message } from '../../message';
import { rangeAddress } from '../../workbook/a1';
import type { CellRef } from '../../workbook/cell';
import type { SheetSnapshot } from '../../workbook/snapshot';
import type { Remark } from '../formulas/check';
import type { ReviewedBook, ReviewedSheet } from '../formulas/book';
import { regionsOf } from '../formulas/uniqueFormulas';
import type { Rests } from './walk';

/** @returns for each hidden sheet, run of rows and run of columns the first of its cells that a result rests on */
export function hiddenFeeds({ formulas, inputs }: Rests, book: ReviewedBook): readonly Remark[] {
  const places = new Map<
    string,
    { readonly kind: Message; readonly cells: CellRef[]; readonly sheet: ReviewedSheet }
  >();
  for (const cell of [...formulas, ...inputs]) {
    const sheet = book.sheet(cell.sheet)!;
    const hidden = hiddenPlace(sheet.snapshot, cell);
    if (!hidden) continue;
    const place = places.get(hidden.key);
    if (place) place.cells.push(cell);
    else places.set(hidden.key, { kind: hidden.kind, cells: [cell], sheet });
  }
  return [...places.values()].map(({ kind, cells, sheet }) => {
    const sorted = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
    const params = { place: kind, count: cells.length, cells: regionsOf(sorted).slice(0, 3).map(rangeAddress) };
    const { row, column } = sorted[0]!;
    return { sheet, row, column, message: message('review.checks.hidden-feeds-result.found', params) };
  });
}

interface HiddenPlace {
  readonly key: string;
  readonly kind: Message;
}

function hiddenPlace(sheet: SheetSnapshot, { row, column }: CellRef): HiddenPlace | null {
  if (sheet.visibility !== 'visible') {
    const kind = sheet.visibility === 'veryHidden' ? 'very-hidden-sheet' : 'hidden-sheet';
    return { key: `sheet ${sheet.name}`, kind: message(`review.place.${kind}`) };
  }
  const rows = sheet.hiddenRows.find(([first, last]) => first <= row && row <= last);
  if (rows) return { key: `row ${rows[0]} ${sheet.name}`, kind: message('review.place.hidden-rows') };
  const columns = sheet.hiddenColumns.find(([first, last]) => first <= column && column <= last);
  return columns ? { key: `column ${columns[0]} ${sheet.name}`, kind: message('review.place.hidden-columns') } : null;
}
