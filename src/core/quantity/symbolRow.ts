import type { Dimension } from './dimension';

/** Canonical spelling, factor to the base unit, other spellings. Factors are exact; their sources stand in the test. */
export type SymbolRow = readonly [text: string, factor: string, ...spellings: string[]];

export interface SymbolGroup {
  readonly dimension: Dimension;
  readonly rows: readonly SymbolRow[];
}
