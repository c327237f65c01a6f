import { amount, corner, name, style, TOTAL_WORDS } from './inputs';
import type { Layout } from './layouts';
import { Draft, type MadeCell } from './madeBook';
import { at, fixed, list, number, operation, type Place, type Tree } from './tree';

/** Totals checked against the figures of another book, which were typed. */
const reconciled: Layout = (random) => {
  const draft = new Draft('Check');
  const { top, left } = corner(random);
  const [rows, columns] = [random.whole(3, 10), random.whole(2, 6)];
  const columnsOf: number[][] = Array.from({ length: columns }, () =>
    Array.from({ length: rows }, () => random.whole(20, 5000)),
  );
  for (let row = 0; row < rows; row += 1) draft.put(top + 1 + row, left, name(random));
  columnsOf.forEach((values, column) => {
    draft.put(top, left + 1 + column, `Site ${column + 1}`);
    values.forEach((value, row) => draft.put(top + 1 + row, left + 1 + column, value));
    const booked = values.reduce((sum, value) => sum + value, 0) + (random.chance(0.3) ? random.whole(1, 9) : 0);
    draft.put(top + rows + 3, left + 1 + column, booked);
  });
  const total = top + rows + 1;
  ['Total', '', 'Booked', 'Difference'].forEach((text, row) => text && draft.put(total + row, left, text));
  draft.fill(total, left + 1, 1, columns, list('SUM', at(top + 1, left + 1), at(total - 1, left + 1)));
  draft.fill(total + 3, left + 1, 1, columns, operation(at(total, left + 1), '-', at(total + 2, left + 1)));
  return draft.cells;
};

/** What a thing loses each year; the last year takes the rest. */
const worn: Layout = (random) => {
  const draft = new Draft('Worn');
  const { top, left } = corner(random);
  const [rows, years] = [random.whole(3, 9), random.whole(4, 8)];
  draft.put(top, left + 1, 'Cost');
  draft.put(top, left + 2, 'Rate');
  for (let year = 1; year <= years; year += 1) draft.put(top, left + 2 + year, `Year ${year}`);
  for (let row = top + 1; row <= top + rows; row += 1) {
    draft.put(row, left, name(random));
    draft.put(row, left + 1, random.whole(3, 90) * 100);
    draft.put(row, left + 2, random.decimal(0.08, 0.2, 2));
  }
  const [cost, rate]: Place[] = [at(top + 1, left + 1), at(top + 1, left + 2)];
  const fix = (place: Place): Place => ({ ...place, columnFixed: true });
  draft.fill(top + 1, left + 3, rows, years - 1, operation(fix(cost!), '*', fix(rate!)));
  const sofar = list('SUM', at(top + 1, left + 3), at(top + 1, left + 1 + years));
  draft.fill(top + 1, left + 2 + years, rows, 1, operation(cost!, '-', sofar));
  return draft.cells;
};

/** A sheet for each month, all alike, and a summary that reads one cell of each. */
const monthly: Layout = (random) => {
  const months = ['Apr', 'May', 'Jun', 'Jul'];
  const rows = random.whole(3, 7);
  const names = Array.from({ length: rows }, () => name(random));
  const year = new Draft('Year');
  const cells: MadeCell[] = months.flatMap((month, place) => {
    const draft = new Draft(month);
    ['Item', 'Amount', 'Price', 'Cost'].forEach((text, column) => draft.put(0, column, text));
    names.forEach((item, row) =>
      [item, random.whole(2, 90), random.decimal(1, 9, 2)].forEach((value, column) =>
        draft.put(row + 1, column, value),
      ),
    );
    draft.fill(1, 3, rows, 1, operation(at(1, 1), '*', at(1, 2)));
    draft.put(rows + 1, 3, list('SUM', at(1, 3), at(rows, 3)));
    year.put(place + 1, 0, month);
    year.put(place + 1, 1, fixed(rows + 1, 3, month));
    return draft.cells;
  });
  year.put(0, 1, 'Cost');
  year.put(months.length + 1, 1, list('SUM', at(1, 1), at(months.length, 1)));
  year.fill(1, 2, months.length, 1, operation(at(1, 1), '/', fixed(months.length + 1, 1)));
  return [...cells, ...year.cells];
};

/** Small forms one below the other: inputs and what follows from them, each line another formula. */
const forms: Layout = (random) => {
  const draft = new Draft('Forms');
  const { left } = corner(random);
  const count = random.whole(3, 6);
  for (let form = 0; form < count; form += 1) {
    const top = 1 + form * 8;
    ['Product', 'Pieces', 'Price', 'Turnover', 'Cost', 'Margin', 'Rate'].forEach((text, row) =>
      draft.put(top + row, left, text),
    );
    draft.put(top, left + 1, name(random));
    draft.put(top + 1, left + 1, random.whole(10, 900));
    draft.put(top + 2, left + 1, random.decimal(2, 70, 2));
    draft.put(top + 3, left + 1, operation(at(top + 1, left + 1), '*', at(top + 2, left + 1)));
    draft.put(top + 4, left + 1, random.whole(5, 20000));
    draft.put(top + 5, left + 1, operation(at(top + 3, left + 1), '-', at(top + 4, left + 1)));
    draft.put(top + 6, left + 1, operation(at(top + 5, left + 1), '/', at(top + 3, left + 1)));
  }
  return draft.cells;
};

/** A table and, beside and below it, formulas of which each stands once. */
const single: Layout = (random) => {
  const draft = new Draft('Single');
  const { top, left } = corner(random);
  const rows = random.whole(5, 14);
  ['Item', 'Amount', 'Price', 'Cost'].forEach((text, column) => draft.put(top, left + column, text));
  for (let row = top + 1; row <= top + rows; row += 1)
    [name(random), random.whole(2, 90), random.decimal(1, 9, 2)].forEach((value, column) =>
      draft.put(row, left + column, value),
    );
  draft.fill(top + 1, left + 3, rows, 1, operation(at(top + 1, left + 1), '*', at(top + 1, left + 2)));
  const end = top + rows + 1;
  const lines: readonly (readonly [string, Tree])[] = [
    ['Sum', list('SUM', at(top + 1, left + 3), at(end - 1, left + 3))],
    ['Freight', number(random.whole(20, 400))],
    ['Insurance', operation(at(end, left + 3), '*', number(0.015))],
    ['Before tax', list('SUM', at(end, left + 3), at(end + 2, left + 3))],
    ['Tax', operation(at(end + 3, left + 3), '*', number(0.1))],
    ['To pay', operation(at(end + 3, left + 3), '+', at(end + 4, left + 3))],
  ];
  lines.forEach(([text, tree], row) => {
    draft.put(end + row, left, text);
    draft.put(end + row, left + 3, tree.kind === 'number' ? tree.value : tree);
  });
  draft.put(top, left + 5, 'Dearest');
  draft.put(top, left + 6, list('MAX', at(top + 1, left + 2), at(end - 1, left + 2)));
  draft.put(top + 1, left + 5, 'Mean cost');
  draft.put(
    top + 1,
    left + 6,
    operation(at(end, left + 3), '/', list('SUM', at(top + 1, left + 1), at(end - 1, left + 1))),
  );
  return draft.cells;
};

/** Fuels, each with a heating value and a factor of its own written into its formula. */
const fuels: Layout = (random) => {
  const draft = new Draft('Fuels');
  const { top, left } = corner(random);
  const rows = random.whole(5, 10);
  ['Fuel', 'Use', 'GJ', 't CO2'].forEach((text, column) => draft.put(top, left + column, text));
  for (let row = top + 1; row <= top + rows; row += 1) {
    draft.put(row, left, name(random));
    draft.put(row, left + 1, random.decimal(3, 900, 1));
    draft.put(row, left + 2, operation(at(row, left + 1), '*', number(random.decimal(10, 55, 1))));
    draft.put(row, left + 3, operation(at(row, left + 2), '*', number(random.decimal(0.01, 0.03, 4))));
  }
  draft.put(top + rows + 1, left, random.one(TOTAL_WORDS));
  draft.fill(top + rows + 1, left + 2, 1, 2, list('SUM', at(top + 1, left + 2), at(top + rows, left + 2)));
  return draft.cells;
};

/** Stock month by month across: what is left goes on into the next month. */
const stockAcross: Layout = (random) => {
  const draft = new Draft('Across');
  const { top, left } = corner(random);
  const months = random.whole(5, 12);
  const amounts = { ...style(random), zeros: 0 };
  ['Opening', 'In', 'Out', 'Closing', 'Mean'].forEach((text, row) => draft.put(top + 1 + row, left, text));
  for (let month = 1; month <= months; month += 1) {
    draft.put(top, left + month, `${month}月`);
    draft.put(top + 2, left + month, amount(random, amounts));
    draft.put(top + 3, left + month, amount(random, amounts));
  }
  draft.put(top + 1, left + 1, random.whole(500, 90_000));
  draft.fill(top + 1, left + 2, 1, months - 1, at(top + 4, left + 1));
  const closing = operation(operation(at(top + 1, left + 1), '+', at(top + 2, left + 1)), '-', at(top + 3, left + 1));
  draft.fill(top + 4, left + 1, 1, months, closing);
  const mean = operation(operation(at(top + 1, left + 1), '+', at(top + 4, left + 1)), '/', number(2));
  draft.fill(top + 5, left + 1, 1, months, mean);
  return draft.cells;
};

/** Budget and actual by section, with subtotals, their difference, and spacers between. */
const budget: Layout = (random) => {
  const draft = new Draft('Budget');
  const { top, left } = corner(random);
  ['', 'Budget', '', 'Actual', '', 'Difference', '%'].forEach(
    (text, column) => text && draft.put(top, left + column, text),
  );
  const amounts = { ...style(random), zeros: 0.1, high: 9000 };
  const line = (row: number): void => {
    draft.put(row, left + 5, operation(at(row, left + 3), '-', at(row, left + 1)));
    draft.put(row, left + 6, operation(at(row, left + 5), '/', at(row, left + 1)));
  };
  const subtotals: number[] = [];
  let row = top + 2;
  for (let section = random.whole(2, 4); section > 0; section -= 1) {
    const from = row;
    for (const end = row + random.whole(2, 6); row < end; row += 1) {
      draft.put(row, left, name(random));
      draft.put(row, left + 1, random.whole(50, 9000));
      draft.put(row, left + 3, amount(random, amounts));
      line(row);
    }
    draft.put(row, left, random.one(TOTAL_WORDS));
    for (const column of [1, 3])
      draft.put(row, left + column, list('SUM', at(from, left + column), at(row - 1, left + column)));
    line(row);
    subtotals.push(row);
    row += 2;
  }
  draft.put(row, left, 'All');
  for (const column of [1, 3])
    draft.put(
      row,
      left + column,
      subtotals.map((place): Tree => at(place, left + column)).reduce((sum, part) => operation(sum, '+', part)),
    );
  line(row);
  return draft.cells;
};

/** More of them: what a reader meets beside plain tables. */
export const LATEST_LAYOUTS: Readonly<Record<string, Layout>> = {
  ...{ reconciled, worn, monthly, forms, single, fuels, stockAcross, budget },
};
