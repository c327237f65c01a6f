/** Excel rounds halves away from zero, by the digits a person sees. */
const ROUNDINGS: ReadonlyMap<string, (value: number) => number> = new Map([
  ['ROUND', (value: number) => Math.floor(value + 0.5)],
  ['ROUNDUP', Math.ceil],
  ['ROUNDDOWN', Math.floor],
]);

/** @returns whether a function of Excel rounds to places */
export const isRounding = (name: string): boolean => ROUNDINGS.has(name);

/**
 * @param name of a rounding function
 * @param places decimals, `null` where they are not known
 * @returns `null` where it cannot be told
 */
export function rounded(name: string, value: number, places: number | null): number | null {
  if (places === null || !Number.isInteger(places) || Math.abs(places) > 15) return null;
  const moved = Number(`${plain(Math.abs(value))}e${places}`);
  const result = Number(`${ROUNDINGS.get(name)!(moved)}e${-places}`);
  if (!Number.isFinite(moved) || !Number.isFinite(result)) return null;
  return value < 0 ? -result : result;
}

/** As Excel shows it, in 15 digits, and never with an exponent of its own. */
function plain(value: number): string {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value.toFixed(15) : text;
}
