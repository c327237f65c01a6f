import { once } from '../../../../src/core/review/formulas/once';

it('tells once what says the same, with how many there are, in the order of the first', () => {
  const cells = [
    { cell: 'B1', number: '×0.423', count: 3 },
    { cell: 'C1', number: '÷3.6', count: 1 },
    { cell: 'D1', number: '×0.423', count: 2 },
  ];
  expect(
    once(
      cells,
      ({ number }) => number,
      ({ count }) => count,
    ),
  ).toEqual([
    { first: cells[0], count: 5 },
    { first: cells[1], count: 1 },
  ]);
  expect(once([], String)).toEqual([]);
});
