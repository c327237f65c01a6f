import stringWidth from 'string-width';
import type { Decimal } from '../../core/quantity/decimal';
import { roundedText, type RoundingSetting } from '../../core/quantity/rounding';

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

/** Thousands grouped, a real minus sign, no digit more than the value or its rounding has. */
export function grouped(plain: string): string {
  const [whole = '', fraction] = plain.replace('-', '').split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${plain.startsWith('-') ? '−' : ''}${digits}${fraction === undefined ? '' : `.${fraction}`}`;
}

export const reported = (value: Decimal, setting: RoundingSetting) => grouped(roundedText(value, setting));

/** For steps on the way, which are not rounded in the calculation: up to six significant digits, and `…` where there are more. */
export function shown(value: Decimal): string {
  const short = value.toSignificantDigits(6);
  return short.equals(value) ? grouped(value.toFixed()) : `${grouped(short.toFixed())}…`;
}
