import { amount, corner, name, style, TOTAL_WORDS, unit } from './inputs';
import { Draft, MadeBook, type MadeCell } from './madeBook';
import type { Random } from './random';
import { at, choice, fixed, list, number, operation, type Tree } from './tree';

export type Layout = (random: Random) => readonly MadeCell[];

/** Amounts times factors, their total, and the share of each line. */
const inventory: Layout = (random) => {
  const draft = new Draft('Inventory');
  const { top, left } = corner(random);
  const rows = random.whole(4, 18);
  const hasShare = random.chance(0.5);
  const [amounts, factors] = [style(random), { high: 4, places: 3, zeros: 0 }];
  draft.put(0, left, 'Inventory');
  ['Item', 'Amount', 'Unit', 'Factor', 'Emission'].forEach((text, column) => draft.put(top, left + column, text));
  for (let row = top + 1; row <= top + rows; row += 1)
    [name(random), amount(random, amounts), unit(random), amount(random, factors)].forEach((value, column) =>
      draft.put(row, left + column, value),
    );
  draft.fill(top + 1, left + 4, rows, 1, operation(at(top + 1, left + 1), '*', at(top + 1, left + 3)));
  const total = top + rows + 1 + (random.chance(0.3) ? 1 : 0);
  draft.put(total, left, random.one(TOTAL_WORDS));
  draft.put(total, left + 4, list('SUM', at(top + 1, left + 4), at(top + rows, left + 4)));
  if (hasShare) {
    draft.put(top, left + 5, 'Share');
    draft.fill(top + 1, left + 5, rows, 1, operation(at(top + 1, left + 4), '/', fixed(total, left + 4)));
  }
  return draft.cells;
};

/** Items by years, with totals of rows and columns. */
const matrix: Layout = (random) => {
  const draft = new Draft('Years');
  const { top, left } = corner(random);
  const [rows, columns] = [random.whole(3, 14), random.whole(3, 9)];
  const amounts = style(random);
  draft.put(0, left, 'By year');
  for (let column = 1; column <= columns; column += 1) draft.put(top, left + column, 2015 + column);
  for (let row = top + 1; row <= top + rows; row += 1) {
    draft.put(row, left, name(random));
    for (let column = 1; column <= columns; column += 1)
      if (!random.chance(0.04)) draft.put(row, left + column, amount(random, amounts));
  }
  const [bottom, right] = [top + rows + 1, left + columns + 1];
  const hasTotals = random.chance(0.7);
  if (hasTotals) draft.put(top, right, random.one(TOTAL_WORDS));
  if (hasTotals) draft.fill(top + 1, right, rows + 1, 1, list('SUM', at(top + 1, left + 1), at(top + 1, right - 1)));
  draft.put(bottom, left, random.one(TOTAL_WORDS));
  draft.fill(bottom, left + 1, 1, columns, list('SUM', at(top + 1, left + 1), at(bottom - 1, left + 1)));
  if (random.chance(0.4)) {
    draft.put(bottom + 1, left, 'Mean');
    draft.fill(bottom + 1, left + 1, 1, columns, list('AVERAGE', at(top + 1, left + 1), at(bottom - 1, left + 1)));
  }
  return draft.cells;
};

/** Revenue and cost in sections with subtotals, the result, and its share, period by period. */
const statement: Layout = (random) => {
  const draft = new Draft('Statement');
  const { top, left } = corner(random);
  const columns = random.whole(3, 12);
  const amounts = { ...style(random), high: random.one([900, 40_000]) };
  for (let column = 1; column <= columns; column += 1) draft.put(top, left + column, `${column}月`);
  const section = (from: number, lines: number): number => {
    draft.put(from, left, random.one(['Revenue', 'Cost', '収益', '費用']));
    for (let row = from + 1; row <= from + lines; row += 1) {
      draft.put(row, left, name(random));
      for (let column = 1; column <= columns; column += 1) draft.put(row, left + column, amount(random, amounts));
    }
    const end = from + lines + 1;
    draft.put(end, left, random.one(TOTAL_WORDS));
    draft.fill(end, left + 1, 1, columns, list('SUM', at(from + 1, left + 1), at(end - 1, left + 1)));
    return end;
  };
  const revenue = section(top + 1, random.whole(2, 7));
  const cost = section(revenue + random.whole(1, 2), random.whole(2, 9));
  draft.put(cost + 2, left, 'Result');
  draft.fill(cost + 2, left + 1, 1, columns, operation(at(revenue, left + 1), '-', at(cost, left + 1)));
  draft.put(cost + 3, left, 'Margin');
  draft.fill(cost + 3, left + 1, 1, columns, operation(at(cost + 2, left + 1), '/', at(revenue, left + 1)));
  return draft.cells;
};

/** A stock that goes from one line to the next. */
const balance: Layout = (random) => {
  const draft = new Draft('Stock');
  const { top, left } = corner(random);
  const rows = random.whole(5, 24);
  const amounts = { ...style(random), zeros: 0 };
  ['Week', 'Opening', 'In', 'Out', 'Closing'].forEach((text, column) => draft.put(top, left + column, text));
  for (let row = 1; row <= rows; row += 1) {
    draft.put(top + row, left, row);
    draft.put(top + row, left + 2, amount(random, amounts));
    draft.put(top + row, left + 3, amount(random, amounts));
  }
  draft.put(top + 1, left + 1, amount(random, { ...amounts, high: amounts.high * 10 }));
  draft.fill(top + 2, left + 1, rows - 1, 1, at(top + 1, left + 4));
  const moved: Tree = operation(
    operation(at(top + 1, left + 1), '+', at(top + 1, left + 2)),
    '-',
    at(top + 1, left + 3),
  );
  draft.fill(top + 1, left + 4, rows, 1, moved);
  return draft.cells;
};

/** Lines that grow by a rate of their own sheet of assumptions. */
const projection: Layout = (random) => {
  const [assumptions, draft] = [new Draft('Assumptions'), new Draft('Plan')];
  const { top, left } = corner(random);
  const [rows, columns] = [random.whole(3, 10), random.whole(4, 10)];
  assumptions.put(0, 0, 'Assumptions');
  ['Growth', 'Tax', 'Factor'].forEach((text, row) => assumptions.put(row + 1, 0, text));
  [0.02, 0.1, 0.423].forEach((value, row) => assumptions.put(row + 1, 1, value));
  for (let column = 1; column <= columns; column += 1) draft.put(top, left + column, 2024 + column);
  const grown = operation(at(top + 1, left + 1), '*', operation(number(1), '+', fixed(1, 1, 'Assumptions')));
  for (let row = top + 1; row <= top + rows; row += 1) {
    draft.put(row, left, name(random));
    draft.put(row, left + 1, random.decimal(50, 9_000, 1));
  }
  draft.fill(top + 1, left + 2, rows, columns - 1, grown);
  const total = top + rows + 1;
  draft.put(total, left, random.one(TOTAL_WORDS));
  draft.fill(total, left + 1, 1, columns, list('SUM', at(top + 1, left + 1), at(total - 1, left + 1)));
  draft.put(total + 1, left, 'CO2');
  draft.fill(total + 1, left + 1, 1, columns, operation(at(total, left + 1), '*', fixed(3, 1, 'Assumptions')));
  return [...assumptions.cells, ...draft.cells];
};

/** An invoice: quantity times price less a discount above a quantity, tax, sum. */
const invoice: Layout = (random) => {
  const draft = new Draft('Invoice');
  const { top, left } = corner(random);
  const rows = random.whole(4, 20);
  draft.put(0, left, 'Rate of tax');
  draft.put(0, left + 1, random.one([0.08, 0.1, 0.19]));
  ['Item', 'Quantity', 'Price', 'Net', 'Tax', 'Gross'].forEach((text, column) => draft.put(top, left + column, text));
  for (let row = top + 1; row <= top + rows; row += 1)
    [name(random), random.whole(1, 60), random.decimal(2, 400, 2)].forEach((value, column) =>
      draft.put(row, left + column, value),
    );
  const plain = operation(at(top + 1, left + 1), '*', at(top + 1, left + 2));
  const net = random.chance(0.5) ? plain : choice(at(top + 1, left + 1), 40, operation(plain, '*', number(0.9)), plain);
  draft.fill(top + 1, left + 3, rows, 1, net);
  draft.fill(top + 1, left + 4, rows, 1, operation(at(top + 1, left + 3), '*', fixed(0, left + 1)));
  draft.fill(top + 1, left + 5, rows, 1, operation(at(top + 1, left + 3), '+', at(top + 1, left + 4)));
  draft.put(top + rows + 1, left, random.one(TOTAL_WORDS));
  const total = list('SUM', at(top + 1, left + 3), at(top + rows, left + 3));
  draft.fill(top + rows + 1, left + 3, 1, 3, total);
  return draft.cells;
};

/** Groups of lines, each with a subtotal; the grand total adds the subtotals. */
const groups: Layout = (random) => {
  const draft = new Draft('Groups');
  const { top, left } = corner(random);
  const columns = random.whole(2, 6);
  const amounts = style(random);
  for (let column = 1; column <= columns; column += 1) draft.put(top, left + column, `Site ${column}`);
  const subtotals: number[] = [];
  let row = top + 1;
  for (let group = random.whole(2, 5); group > 0; group -= 1) {
    const from = row;
    for (const end = row + random.whole(2, 6); row < end; row += 1) {
      draft.put(row, left, name(random));
      for (let column = 1; column <= columns; column += 1) draft.put(row, left + column, amount(random, amounts));
    }
    draft.put(row, left, random.one(TOTAL_WORDS));
    draft.fill(row, left + 1, 1, columns, list('SUM', at(from, left + 1), at(row - 1, left + 1)));
    subtotals.push(row);
    row += random.whole(1, 2);
  }
  const all = subtotals.map((place): Tree => at(place, left + 1)).reduce((sum, part) => operation(sum, '+', part));
  draft.put(row, left, '総計');
  draft.fill(row, left + 1, 1, columns, all);
  return draft.cells;
};

/** Two alternatives side by side with the same factors, their difference and the saving in percent. */
const comparison: Layout = (random) => {
  const draft = new Draft('Compare');
  const { top, left } = corner(random);
  const rows = random.whole(4, 15);
  const amounts = { ...style(random), zeros: 0 };
  ['Stage', 'Base', 'Product', 'Factor', 'Base kg', 'Product kg', 'Saved', '%'].forEach((text, column) =>
    draft.put(top, left + column, text),
  );
  for (let row = top + 1; row <= top + rows; row += 1)
    [name(random), amount(random, amounts), amount(random, amounts), random.decimal(0.1, 5, 3)].forEach(
      (value, column) => draft.put(row, left + column, value),
    );
  const first = top + 1;
  draft.fill(first, left + 4, rows, 1, operation(at(first, left + 1), '*', at(first, left + 3)));
  draft.fill(first, left + 5, rows, 1, operation(at(first, left + 2), '*', at(first, left + 3)));
  draft.fill(first, left + 6, rows, 1, operation(at(first, left + 4), '-', at(first, left + 5)));
  draft.fill(first, left + 7, rows + 1, 1, operation(at(first, left + 6), '/', at(first, left + 4)));
  draft.put(first + rows, left, random.one(TOTAL_WORDS));
  draft.fill(first + rows, left + 4, 1, 3, list('SUM', at(first, left + 4), at(first + rows - 1, left + 4)));
  return draft.cells;
};

/** Measurements with their lowest, mean and highest below, and how far each is from the mean. */
const readings: Layout = (random) => {
  const draft = new Draft('Readings');
  const { top, left } = corner(random);
  const [rows, columns] = [random.whole(5, 20), random.whole(2, 6)];
  for (let column = 1; column <= columns; column += 1) draft.put(top, left + column, `Sensor ${column}`);
  for (let row = 1; row <= rows; row += 1) {
    draft.put(top + row, left, `Day ${row}`);
    for (let column = 1; column <= columns; column += 1) draft.put(top + row, left + column, random.decimal(15, 30, 1));
  }
  (['MIN', 'AVERAGE', 'MAX'] as const).forEach((kind, place) => {
    draft.put(top + rows + 2 + place, left, kind);
    const of = list(kind, at(top + 1, left + 1), at(top + rows, left + 1));
    draft.fill(top + rows + 2 + place, left + 1, 1, columns, of);
  });
  const mean = { ...at(top + rows + 3, left + 1), rowFixed: true };
  if (random.chance(0.5))
    draft.fill(top + 1, left + columns + 2, rows, columns, operation(at(top + 1, left + 1), '-', mean));
  return draft.cells;
};

export const LAYOUTS: Readonly<Record<string, Layout>> = {
  inventory,
  matrix,
  statement,
  balance,
  projection,
  invoice,
  groups,
  comparison,
  readings,
};

export const madeBook = (layout: Layout, random: Random): MadeBook => new MadeBook(layout(random));
