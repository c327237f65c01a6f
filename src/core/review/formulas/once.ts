/** The first of several that say the same, and how many there are. */
export interface Once<T> {
  readonly first: T;
  readonly count: number;
}

/** @returns one entry for each key, in the order of the first of each: what says the same a hundred times is told once */
export function once<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  weightOf: (item: T) => number = () => 1,
): readonly Once<T>[] {
  const groups = new Map<string, { first: T; count: number }>();
  for (const item of items) {
    const known = groups.get(keyOf(item));
    if (known) known.count += weightOf(item);
    else groups.set(keyOf(item), { first: item, count: weightOf(item) });
  }
  return [...groups.values()];
}
