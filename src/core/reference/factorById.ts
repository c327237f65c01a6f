import { allFactors } from './dataset';
import type { ReferenceFactor } from './factor';

let byId: ReadonlyMap<string, ReferenceFactor> | null = null;

/**
 * @param id exactly as listed, e.g. `jp.fuel.2023.gasoline.co2`; upper and lower case differ
 * @returns `undefined` when no built-in factor has this id
 */
export function factorById(id: string): ReferenceFactor | undefined {
  byId ??= new Map(allFactors().map((factor) => [factor.id, factor]));
  return byId.get(id);
}
