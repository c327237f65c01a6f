import { amount, corner, name, style, TOTAL_WORDS } from './inputs';
import type { Layout } from './layouts';
import { Draft } from './madeBook';
import { at, fixed, list, number, operation, type Tree } from './tree';

/** Months that happened, typed, and months that are expected, calculated: both in one row. */
const forecast: Layout = (random) => {
  const draft = new Draft('Forecast');
  const { top, left } = corner(random);
  const [rows, actual] = [random.whole(3, 9), random.whole(2, 8)];
  draft.put(0, left, 'Growth per month');
  draft.put(0, left + 1, random.decimal(0.002, 0.03, 4));
  for (let month = 1; month <= 12; month += 1)
    draft.put(top, left + month, month <= actual ? `A${month}` : `F${month}`);
  draft.put(top, left + 13, random.one(TOTAL_WORDS));
  const amounts = { ...style(random), zeros: 0 };
  for (let row = top + 1; row <= top + rows; row += 1) {
    draft.put(row, left, name(random));
    for (let month = 1; month <= actual; month += 1) draft.put(row, left + month, amount(random, amounts));
  }
  const grown = operation(at(top + 1, left + actual), '*', operation(number(1), '+', fixed(0, left + 1)));
  draft.fill(top + 1, left + actual + 1, rows, 12 - actual, grown);
  draft.fill(top + 1, left + 13, rows, 1, list('SUM', at(top + 1, left + 1), at(top + 1, left + 12)));
  return draft.cells;
};

/** Quantities times prices, and below them the mean price: the sum of the amounts by the sum of the quantities. */
const meanPrice: Layout = (random) => {
  const draft = new Draft('Purchases');
  const { top, left } = corner(random);
  const rows = random.whole(4, 16);
  ['Item', 'Quantity', 'Price', 'Amount'].forEach((text, column) => draft.put(top, left + column, text));
  for (let row = top + 1; row <= top + rows; row += 1)
    [name(random), random.whole(2, 900), random.decimal(1, 90, 2)].forEach((value, column) =>
      draft.put(row, left + column, value),
    );
  draft.fill(top + 1, left + 3, rows, 1, operation(at(top + 1, left + 1), '*', at(top + 1, left + 2)));
  const total = top + rows + 1;
  draft.put(total, left, random.one(TOTAL_WORDS));
  for (const column of [1, 3])
    draft.put(total, left + column, list('SUM', at(top + 1, left + column), at(total - 1, left + column)));
  draft.put(total, left + 2, operation(at(total, left + 3), '/', at(total, left + 1)));
  return draft.cells;
};

/** A loan paid back in equal rates. */
const loan: Layout = (random) => {
  const draft = new Draft('Loan');
  const { top, left } = corner(random);
  const rows = random.whole(6, 30);
  const conditions = [random.whole(20, 900) * 1000, random.decimal(0.01, 0.06, 4), random.decimal(900, 9000, 2)];
  conditions.forEach((value, row) => draft.put(row, left + 7, value));
  ['Month', 'Opening', 'Interest', 'Paid', 'Repaid', 'Closing'].forEach((text, column) =>
    draft.put(top, left + column, text),
  );
  for (let row = 1; row <= rows; row += 1) draft.put(top + row, left, row);
  const first = top + 1;
  draft.put(first, left + 1, fixed(0, left + 7));
  draft.fill(first + 1, left + 1, rows - 1, 1, at(first, left + 5));
  const interest = operation(operation(at(first, left + 1), '*', fixed(1, left + 7)), '/', number(12));
  draft.fill(first, left + 2, rows, 1, interest);
  draft.fill(first, left + 3, rows, 1, fixed(2, left + 7));
  draft.fill(first, left + 4, rows, 1, operation(at(first, left + 3), '-', at(first, left + 2)));
  draft.fill(first, left + 5, rows, 1, operation(at(first, left + 1), '-', at(first, left + 4)));
  return draft.cells;
};

/** A series over years with its index and its change from the year before, which the first year has not. */
const series: Layout = (random) => {
  const draft = new Draft('Series');
  const { top, left } = corner(random);
  const rows = random.whole(6, 25);
  ['Year', 'Value', 'Index', 'Change'].forEach((text, column) => draft.put(top, left + column, text));
  const amounts = { ...style(random), zeros: 0, high: 4_000 };
  for (let row = 1; row <= rows; row += 1) {
    draft.put(top + row, left, 1999 + row);
    draft.put(top + row, left + 1, amount(random, amounts));
  }
  const first = top + 1;
  const index = operation(operation(at(first, left + 1), '/', fixed(first, left + 1)), '*', number(100));
  draft.fill(first, left + 2, rows, 1, index);
  const change: Tree = operation(
    operation(at(first + 1, left + 1), '-', at(first, left + 1)),
    '/',
    at(first, left + 1),
  );
  draft.fill(first + 1, left + 3, rows - 1, 1, change);
  return draft.cells;
};

/** Plants one below the other, each with its lines and totals, and a summary above that reads the totals. */
const plants: Layout = (random) => {
  const draft = new Draft('Plants');
  const { left } = corner(random);
  const [count, columns] = [random.whole(2, 4), random.whole(2, 5)];
  const amounts = style(random);
  let row = count + 5;
  for (let plant = 1; plant <= count; plant += 1) {
    draft.put(row, left, `Plant ${plant}`);
    for (let column = 1; column <= columns; column += 1) draft.put(row, left + column, `Q${column}`);
    const from = row + 1;
    for (row = from; row < from + random.whole(3, 7); row += 1) {
      draft.put(row, left, name(random));
      for (let column = 1; column <= columns; column += 1)
        if (!random.chance(0.1)) draft.put(row, left + column, amount(random, amounts));
    }
    draft.put(row, left, random.one(TOTAL_WORDS));
    draft.fill(row, left + 1, 1, columns, list('SUM', at(from, left + 1), at(row - 1, left + 1)));
    draft.put(1 + plant, left, `Plant ${plant}`);
    draft.fill(1 + plant, left + 1, 1, columns, at(row, left + 1));
    row += random.whole(2, 3);
  }
  draft.put(count + 2, left, random.one(TOTAL_WORDS));
  draft.fill(count + 2, left + 1, 1, columns, list('SUM', at(2, left + 1), at(count + 1, left + 1)));
  return draft.cells;
};

/** Layouts that were not looked at when the checks were written or their thresholds chosen: for measuring only. */
export const HELD_OUT_LAYOUTS: Readonly<Record<string, Layout>> = { forecast, meanPrice, loan, series, plants };
