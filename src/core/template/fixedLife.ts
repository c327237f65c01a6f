import type { RowContent } from './content';

/**
 * Years of use of a product whose units all serve equally until the end of their life.
 * @param years whole years of use
 * @returns rows of KmcYears, to be replaced by what is known of survival and use
 */
export const fixedLife = (years: number): readonly RowContent[] =>
  Array.from({ length: years }, (_, age) => ({ id: `Y${age}`, age, survival: 1, use: 1 }));
