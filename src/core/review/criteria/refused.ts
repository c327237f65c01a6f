import type { Problem, RowRef } from '../../case/types';
import { isBlank } from './blank';
import type { RuleInput } from './rule';

const placesOf = new WeakMap<readonly Problem[], ReadonlySet<string>>();

const placeOf = (table: string | null, id: string | null, column: string | null): string =>
  JSON.stringify([table, id, column]);

function refusedPlaces(problems: readonly Problem[]): ReadonlySet<string> {
  const known = placesOf.get(problems);
  if (known) return known;
  const refused = problems.filter((problem) => problem.message.code.startsWith('reader.') && !isBlank(problem));
  const places = new Set(refused.map(({ table, rowId, column }) => placeOf(table, rowId, column)));
  placesOf.set(problems, places);
  return places;
}

/** @returns whether reading found fault with what stands in a cell: it is said where it was read, and nobody may call the cell blank */
export const isRefused = ({ problems }: Pick<RuleInput, 'problems'>, { table, id }: RowRef, column: string): boolean =>
  refusedPlaces(problems).has(placeOf(table, id, column));
