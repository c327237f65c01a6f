import { amount, corner, name, style, TOTAL_WORDS } from './inputs';
import type { Layout } from './layouts';
import { Draft } from './madeBook';
import { at, choice, fixed, list, lookup, number, operation, rounded, type Place } from './tree';

const rowFixed = (row: number, column: number): Place => ({ ...at(row, column), rowFixed: true });
const columnFixed = (row: number, column: number): Place => ({ ...at(row, column), columnFixed: true });

/** Two lists of different length side by side, each with its own total. */
const sideBySide: Layout = (random) => {
  const draft = new Draft('Sides');
  const { top, left } = corner(random);
  for (const side of [0, 1]) {
    const column = left + side * random.whole(5, 6);
    const rows = random.whole(3, 12);
    ['Item', 'Pieces', 'Price', 'Amount'].forEach((text, place) => draft.put(top, column + place, text));
    for (let row = top + 1; row <= top + rows; row += 1)
      [name(random), random.whole(1, 80), random.decimal(1, 60, 2)].forEach((value, place) =>
        draft.put(row, column + place, value),
      );
    draft.fill(top + 1, column + 3, rows, 1, operation(at(top + 1, column + 1), '*', at(top + 1, column + 2)));
    draft.put(top + rows + 1, column, random.one(TOTAL_WORDS));
    draft.put(top + rows + 1, column + 3, list('SUM', at(top + 1, column + 3), at(top + rows, column + 3)));
  }
  return draft.cells;
};

/** Payments with what they have come to so far, and how much of the whole that is. */
const running: Layout = (random) => {
  const draft = new Draft('Running');
  const { top, left } = corner(random);
  const rows = random.whole(5, 25);
  ['Payment', 'Amount', 'So far', 'Share'].forEach((text, column) => draft.put(top, left + column, text));
  const amounts = { ...style(random), zeros: 0 };
  for (let row = top + 1; row <= top + rows; row += 1) {
    draft.put(row, left, name(random));
    draft.put(row, left + 1, amount(random, amounts));
  }
  const first = top + 1;
  const isChained = random.chance(0.4);
  if (isChained) {
    draft.put(first, left + 2, at(first, left + 1));
    draft.fill(first + 1, left + 2, rows - 1, 1, operation(at(first, left + 2), '+', at(first + 1, left + 1)));
  } else draft.fill(first, left + 2, rows, 1, list('SUM', rowFixed(first, left + 1), at(first, left + 1)));
  draft.fill(first, left + 3, rows, 1, operation(at(first, left + 2), '/', fixed(top + rows, left + 2)));
  return draft.cells;
};

/** Months across with a total of each quarter among them, and of the year. */
const quarters: Layout = (random) => {
  const draft = new Draft('Quarters');
  const { top, left } = corner(random);
  const rows = random.whole(3, 12);
  const amounts = style(random);
  for (let row = top + 1; row <= top + rows; row += 1) draft.put(row, left, name(random));
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const column = left + 1 + quarter * 4;
    for (let month = 0; month < 3; month += 1) {
      draft.put(top, column + month, `M${quarter * 3 + month + 1}`);
      for (let row = top + 1; row <= top + rows; row += 1) draft.put(row, column + month, amount(random, amounts));
    }
    draft.put(top, column + 3, `Q${quarter + 1}`);
    draft.fill(top + 1, column + 3, rows, 1, list('SUM', at(top + 1, column), at(top + 1, column + 2)));
  }
  const quarterTotals = [4, 8, 12, 16].map((column) => at(top + 1, left + column));
  const [one, two, three, four] = quarterTotals;
  const year = operation(operation(operation(one!, '+', two!), '+', three!), '+', four!);
  draft.put(top, left + 17, 'Year');
  draft.fill(top + 1, left + 17, rows, 1, year);
  draft.put(top + rows + 1, left, random.one(TOTAL_WORDS));
  draft.fill(top + rows + 1, left + 1, 1, 17, list('SUM', at(top + 1, left + 1), at(top + rows, left + 1)));
  return draft.cells;
};

/** Every line's amount times every column's rate. */
const cross: Layout = (random) => {
  const draft = new Draft('Cross');
  const { top, left } = corner(random);
  const [rows, columns] = [random.whole(3, 12), random.whole(3, 8)];
  for (let column = 1; column <= columns; column += 1) {
    draft.put(top, left + 1 + column, `Case ${column}`);
    draft.put(top + 1, left + 1 + column, random.decimal(0.5, 3, 2));
  }
  for (let row = top + 2; row <= top + 1 + rows; row += 1) {
    draft.put(row, left, name(random));
    draft.put(row, left + 1, random.whole(3, 900));
  }
  const product = operation(columnFixed(top + 2, left + 1), '*', rowFixed(top + 1, left + 2));
  draft.fill(top + 2, left + 2, rows, columns, random.chance(0.3) ? rounded(product, 1) : product);
  return draft.cells;
};

/** Lines over years, under each its growth, with a blank row after it. */
const growth: Layout = (random) => {
  const draft = new Draft('Growth');
  const { top, left } = corner(random);
  const [lines, years] = [random.whole(2, 6), random.whole(4, 9)];
  const amounts = { ...style(random), zeros: 0, high: 4_000 };
  for (let year = 0; year < years; year += 1) draft.put(top, left + 1 + year, 2016 + year);
  for (let line = 0; line < lines; line += 1) {
    const row = top + 1 + line * 3;
    draft.put(row, left, name(random));
    draft.put(row + 1, left, 'Growth');
    for (let year = 0; year < years; year += 1) draft.put(row, left + 1 + year, amount(random, amounts));
    const change = operation(operation(at(row, left + 2), '/', at(row, left + 1)), '-', number(1));
    draft.fill(row + 1, left + 2, 1, years - 1, change);
  }
  return draft.cells;
};

/** Costs of sites by what the sites make, which stands in a row above. */
const perOutput: Layout = (random) => {
  const draft = new Draft('PerOutput');
  const { top, left } = corner(random);
  const [rows, columns] = [random.whole(3, 9), random.whole(3, 6)];
  const amounts = style(random);
  draft.put(top + 1, left, 'Output');
  for (let column = 1; column <= columns; column += 1) {
    draft.put(top, left + column, `Site ${column}`);
    draft.put(top + 1, left + column, random.whole(40, 4000));
    for (let row = top + 2; row < top + 2 + rows; row += 1) draft.put(row, left + column, amount(random, amounts));
  }
  for (let row = top + 2; row < top + 2 + rows; row += 1) draft.put(row, left, name(random));
  const second = top + 3 + rows;
  const ratio = operation(at(top + 2, left + 1), '/', rowFixed(top + 1, left + 1));
  draft.fill(second, left + 1, rows, columns, ratio);
  draft.put(second + rows, left, random.one(TOTAL_WORDS));
  draft.fill(second + rows, left + 1, 1, columns, list('SUM', at(second, left + 1), at(second + rows - 1, left + 1)));
  return draft.cells;
};

/** Lines with a factor looked up in a list of another sheet. */
const factorList: Layout = (random) => {
  const [factors, draft] = [new Draft('Factors'), new Draft('Lines')];
  const [known, rows] = [random.whole(4, 9), random.whole(5, 20)];
  ['Code', 'Factor'].forEach((text, column) => factors.put(0, column, text));
  for (let row = 1; row <= known; row += 1) {
    factors.put(row, 0, `F${row}`);
    factors.put(row, 1, random.decimal(0.1, 9, 3));
  }
  const { top, left } = corner(random);
  ['Item', 'Code', 'Amount', 'Factor', 'Emission'].forEach((text, column) => draft.put(top, left + column, text));
  for (let row = top + 1; row <= top + rows; row += 1)
    [name(random), `F${random.whole(1, known)}`, random.decimal(2, 800, 1)].forEach((value, column) =>
      draft.put(row, left + column, value),
    );
  const first = top + 1;
  draft.fill(first, left + 3, rows, 1, lookup(at(first, left + 1), fixed(1, 0, 'Factors'), fixed(known, 1), 2));
  const emission = operation(at(first, left + 2), '*', at(first, left + 3));
  draft.fill(first, left + 4, rows, 1, random.chance(0.5) ? emission : rounded(emission, 2));
  draft.put(first + rows, left, random.one(TOTAL_WORDS));
  draft.put(first + rows, left + 4, list('SUM', at(first, left + 4), at(first + rows - 1, left + 4)));
  return [...factors.cells, ...draft.cells];
};

/** A week of hours by person: hours beyond forty, and pay. */
const hours: Layout = (random) => {
  const draft = new Draft('Hours');
  const { top, left } = corner(random);
  const rows = random.whole(4, 14);
  ['Name', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Hours', 'Beyond', 'Rate', 'Pay'].forEach((text, column) =>
    draft.put(top, left + column, text),
  );
  const first = top + 1;
  for (let row = first; row < first + rows; row += 1) {
    draft.put(row, left, name(random));
    for (let day = 1; day <= 6; day += 1)
      if (random.chance(day === 6 ? 0.3 : 0.95)) draft.put(row, left + day, random.decimal(4, 10, 1));
    draft.put(row, left + 9, random.decimal(12, 60, 2));
  }
  draft.fill(first, left + 7, rows, 1, list('SUM', at(first, left + 1), at(first, left + 6)));
  const beyond = choice(at(first, left + 7), 40, operation(at(first, left + 7), '-', number(40)), number(0));
  draft.fill(first, left + 8, rows, 1, beyond);
  const counted = operation(at(first, left + 7), '+', operation(at(first, left + 8), '*', number(0.5)));
  draft.fill(first, left + 10, rows, 1, operation(counted, '*', at(first, left + 9)));
  draft.put(first + rows, left, random.one(TOTAL_WORDS));
  for (const column of [7, 8, 10])
    draft.put(first + rows, left + column, list('SUM', at(first, left + column), at(first + rows - 1, left + column)));
  return draft.cells;
};

/** Layouts made after those, of other kinds: the checks were mended where they failed in them. */
export const LATER_LAYOUTS: Readonly<Record<string, Layout>> = {
  ...{ sideBySide, running, quarters, cross, growth, perOutput, factorList, hours },
};
