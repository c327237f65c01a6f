import stringWidth from 'string-width';

export { reported, shown } from '../../locales/numbers';

/** Pads to a width in terminal columns, in which a Japanese character takes two. */
export const padEnd = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - stringWidth(text)));
export const padStart = (text: string, width: number) => ' '.repeat(Math.max(0, width - stringWidth(text))) + text;

/** Columns aligned to the widest cell; the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[], indent = '  '): string {
  const widths = (rows[0] ?? []).map((_, index) => Math.max(...rows.map((row) => stringWidth(row[index] ?? ''))));
  const line = (row: readonly string[]) =>
    row.map((cell, index) => (index === 0 ? padEnd(cell, widths[index]!) : padStart(cell, widths[index]!))).join('  ');
  return rows.map((row) => `${indent}${line(row).trimEnd()}\n`).join('');
}
