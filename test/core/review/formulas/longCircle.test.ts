import type { ReviewedBook } from '../../../../src/core/review/formulas/book';
import { circularReference } from '../../../../src/core/review/formulas/checks/circularReference';
import { leastRatio } from '../../../support/cost';

const COUNT = 60_000;
const cells = Array.from({ length: COUNT }, (_, row) => ({ sheet: 'S', row, column: 0 }));
const bookOf = (size: number): ReviewedBook => {
  const circles = Array.from({ length: COUNT / size }, (_, at) => cells.slice(at * size, (at + 1) * size));
  return { graph: { circles: () => circles }, sheet: () => ({}) } as unknown as ReviewedBook;
};

it('telling one circle of very many cells costs about what telling as many cells of small circles does', async () => {
  const [small, large] = [bookOf(4), bookOf(COUNT)];
  let found = 0;
  const yardstick = () => circularReference.find(small);
  yardstick();
  const { ratio } = await leastRatio(() => (found = circularReference.find(large).length), yardstick, 10);
  expect(found).toBe(COUNT);
  expect(ratio).toBeLessThan(10);
}, 240_000);
