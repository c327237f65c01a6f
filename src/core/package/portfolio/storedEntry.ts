import type { Stage } from '../../case/vocabulary';
import { Decimal } from '../../quantity/decimal';
import type { PortfolioEntry } from './entry';

/** An entry as plain data, as it goes from one thread to another: decimals are their digits. */
export interface StoredEntry extends Omit<PortfolioEntry, 'avoided' | 'stages' | 'deducted'> {
  readonly avoided: string | null;
  readonly stages: Readonly<Record<Stage, string>> | null;
  readonly deducted: string | null;
}

const digitsOf = (value: Decimal | null): string | null => value && value.toFixed();
const decimalOf = (digits: string | null): Decimal | null => (digits === null ? null : new Decimal(digits));

export const storedEntry = (entry: PortfolioEntry): StoredEntry => ({
  ...entry,
  avoided: digitsOf(entry.avoided),
  stages: entry.stages && eachStage(entry.stages, (value) => value.toFixed()),
  deducted: digitsOf(entry.deducted),
});

export const readStoredEntry = (stored: StoredEntry): PortfolioEntry => ({
  ...stored,
  avoided: decimalOf(stored.avoided),
  stages: stored.stages && eachStage(stored.stages, (digits) => new Decimal(digits)),
  deducted: decimalOf(stored.deducted),
});

const eachStage = <From, To>(stages: Readonly<Record<Stage, From>>, of: (one: From) => To): Record<Stage, To> =>
  Object.fromEntries(Object.entries(stages).map(([stage, value]) => [stage, of(value)])) as Record<Stage, To>;
