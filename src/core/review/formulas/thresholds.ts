/**
 * What the checks on free sheets take for a coincidence and what for a sign. Each is our choice; how much the choice matters is measured
 * by leaving out one labelled workbook at a time (bench/formula-review).
 */
export interface Thresholds {
  /** A typed number that is a calculated one rounded to its digits is its result, up to this far off: half of the last of two digits. */
  readonly rounding: number;
  /** A copied number of so many digits is no coincidence. */
  readonly tellingDigits: number;
  /** Digits from which on a typed number that is the sum of those before it was meant as their sum. */
  readonly tellingTotal: number;
  /** So often must a formula stand in a line to be the rule there even where it proves nothing. */
  readonly many: number;
  /** Blank or text cells that may lie between a formula and the cell it was typed over in. */
  readonly near: number;
  /** So often must one formula stand in a stretch that is calculated by half to be the rule in it. */
  readonly rule: number;
  /** So often must a total stand in a line to make it a line of totals. */
  readonly lineOfTotals: number;
  /** A list that is filled so well, compared with that of the total beside it, is one more of the same table. */
  readonly asFilled: number;
  /** So often must one number stand side by side to be a copy. */
  readonly repeats: number;
  /** Numbers of fewer digits are typed again and again as inputs: a share of 0.1, 36 hours. */
  readonly repeatedDigits: number;
  /** So many digits must all of them have together: four digits three times, three digits four times. */
  readonly repeatedInAll: number;
  /** The share of a stretch that must be the same formula for another one in it to be odd. */
  readonly majority: number;
  /** So often in one sheet, a formula of its own is a pattern (every seventh day, every fourth quarter). */
  readonly recurring: number;
  /** So many alike make the formula at the end of their stretch odd, where it is a variant of theirs. */
  readonly sure: number;
}

export const THRESHOLDS: Thresholds = {
  rounding: 0.05,
  tellingDigits: 4,
  tellingTotal: 3,
  many: 2,
  near: 2,
  rule: 3,
  lineOfTotals: 2,
  asFilled: 0.5,
  repeats: 3,
  repeatedDigits: 3,
  repeatedInAll: 12,
  majority: 0.66,
  recurring: 3,
  sure: 3,
};
