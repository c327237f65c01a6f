import { digitsOf, isRoundedTo } from '../../../../src/core/review/formulas/digits';

describe('digits of typed numbers', () => {
  it.each([
    [1040, 3],
    [0.04536, 4],
    [-12.5, 3],
    [100, 1],
    [0, 0],
    [1e21, 1],
    [1.25e-7, 3],
  ])('%d has %d', (value, digits) => expect(digitsOf(value)).toBe(digits));

  it.each([
    [91.1, 91.13, true],
    [91.1, 91.2, false],
    [12300, 12349, true],
    [12300, 12351, false],
    [-0.5, -0.46, true],
    [1.2e-7, 1.24e-7, true],
    [1.2e-7, 1.26e-7, false],
    [7, 7.5, true],
    [7, 7.6, false],
  ])('%d is %d rounded: %s', (typed, value, is) => expect(isRoundedTo(typed, value)).toBe(is));
});
