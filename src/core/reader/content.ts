import { decimalOfDouble } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';

/** ASCII without spaces has one spelling only. */
const PLAIN = /^[!-~]+$/;

/** What a cell holds once it is neither blank nor an error. */
export type Content = number | string | boolean;

/** A cell's content as a refusal quotes it. */
export function shown(content: Content): string {
  if (typeof content === 'boolean') return content ? 'TRUE' : 'FALSE';
  return typeof content === 'number' ? decimalOfDouble(content).toString() : content;
}

/** An id typed as a number is the text of that number; a truth value is no id. */
export function idText(content: Content): string | null {
  if (typeof content === 'boolean') return null;
  const text = shown(content);
  return PLAIN.test(text) ? text : normaliseText(text);
}
