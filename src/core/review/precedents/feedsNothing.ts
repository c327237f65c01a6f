import { message } from '../../message';
import { rangeAddress } from '../../workbook/a1';
import type { Remark } from '../formulas/check';
import type { ReviewedBook, ReviewedSheet, UsedCell } from '../formulas/book';
import { CellMap } from './cellMap';
import type { Rests } from './walk';

/** Blank cells within one list. */
const MOST_BLANKS = 1;

/**
 * Numbers that no result rests on although others of the same list do: a line that is in no total. Lists of which nothing feeds a result
 * are other matter (notes, years, scores) and are counted in one remark a sheet.
 */
export function feedsNothing({ formulas, inputs }: Rests, book: ReviewedBook): readonly Remark[] {
  const feeding = new CellMap<true>();
  for (const cells of [formulas, inputs]) for (const cell of cells) feeding.set(cell, true);
  return book.sheets.flatMap((sheet) => {
    const { name } = sheet.snapshot;
    const feeds = ({ row, column }: UsedCell): boolean => feeding.get({ sheet: name, row, column }) === true;
    return [...sheet.columns.values()].flatMap(listsOf).flatMap((list) => idleOf(list, feeds, sheet));
  });
}

/** Stretches of numbers down a column, without a text or a longer gap in between. */
function listsOf(column: readonly UsedCell[]): readonly (readonly UsedCell[])[] {
  const lists: UsedCell[][] = [];
  let before = Number.NEGATIVE_INFINITY;
  for (const cell of column) {
    if (typeof cell.value !== 'number') {
      before = Number.NEGATIVE_INFINITY;
      continue;
    }
    if (cell.row - before > MOST_BLANKS + 1) lists.push([]);
    lists.at(-1)!.push(cell);
    before = cell.row;
  }
  return lists;
}

/** Totals below a list and years above it feed nothing by right: only what is typed among or beside what feeds counts. */
function idleOf(
  list: readonly UsedCell[],
  feeds: (cell: UsedCell) => boolean,
  sheet: ReviewedSheet,
): readonly Remark[] {
  const fed = list.filter(feeds);
  if (fed.length < 2) return [];
  const kinds = new Set(fed.map(kindOf));
  return list.flatMap((cell) => {
    if (feeds(cell) || !kinds.has(kindOf(cell)) || isYear(cell)) return [];
    const like = rangeAddress({ top: fed[0]!.row, bottom: fed.at(-1)!.row, left: cell.column, right: cell.column });
    const { row, column } = cell;
    return [{ sheet, row, column, message: message('review.checks.feeds-no-result.found', { like }) }];
  });
}

const kindOf = ({ formula }: UsedCell): string => formula?.r1c1 ?? 'typed';

const isYear = ({ value, formula }: UsedCell): boolean =>
  formula === null && Number.isInteger(value) && (value as number) >= 1900 && (value as number) <= 2100;
