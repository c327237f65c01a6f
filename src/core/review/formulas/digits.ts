/** @returns digits between a number's first and last that are not zero: 3 of 1040, 4 of 0.04536 */
export const digitsOf = (value: number): number =>
  String(Math.abs(value))
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;

/** @returns whether a typed number is a value as rounded to the digits that were typed: 91.1 of 91.13, not of 91.2 */
export function isRoundedTo(typed: number, value: number): boolean {
  const text = String(Math.abs(typed));
  const exponent = Number(/e([+-]\d+)$/.exec(text)?.[1] ?? 0);
  const decimals = /\.(\d+)/.exec(text)?.[1]?.length ?? -/0*$/.exec(text)![0].length;
  return Math.abs(value - typed) <= Number(`0.5000001e${exponent - decimals}`);
}
