import type { RoundingSetting } from '../quantity/rounding';

/** Takes off what binary arithmetic leaves beyond the 15 digits that a cell shows, so that it cannot decide a rounding. */
export const settled = (cell: string): string => `IF(${cell}=0,0,ROUND(${cell},14-INT(LOG10(ABS(${cell})))))`;

/** The printed number as a native formula of a settled cell, in the mode in force. */
export function roundedFormula(cell: string, { mode, digits }: RoundingSetting): string {
  switch (mode) {
    case 'half-up':
      return `ROUND(${cell},${digits})`;
    case 'down':
      return `ROUNDDOWN(${cell},${digits})`;
    case 'up':
      return `ROUNDUP(${cell},${digits})`;
    case 'half-even':
      // A half above an even digit is taken down; every other value is rounded as usual.
      return `IF(ABS(MOD(ABS(${cell})*10^${digits},2)-0.5)<1E-9,ROUNDDOWN(${cell},${digits}),ROUND(${cell},${digits}))`;
  }
}

/** Grouped, with exactly the digits that are printed. */
export const printedFormat = ({ digits }: RoundingSetting): string =>
  digits > 0 ? `#,##0.${'0'.repeat(Math.min(digits, 30))}` : '#,##0';
