/** Of Excel's usual font: a digit is 7 pixels wide, a cell has 5 pixels of margin. */
const DIGIT = 7;
const MARGIN = 5;
export const PIXELS_PER_POINT = 96 / 72;

/** @param characters a column's width as a file states it */
export const columnPixels = (characters: number): number => Math.round(characters * DIGIT + MARGIN);

/** @param points a row's height as a file states it */
export const rowPixels = (points: number): number => Math.round(points * PIXELS_PER_POINT);
