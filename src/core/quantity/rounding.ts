export const ROUNDING_MODES = ['half-up', 'half-even', 'down', 'up'] as const;
export type RoundingMode = (typeof ROUNDING_MODES)[number];

/** How a reported number is rounded: once, at output. */
export interface RoundingSetting {
  readonly mode: RoundingMode;
  /** Digits after the decimal point; negative rounds to tens, hundreds. */
  readonly digits: number;
}
