import { Decimal } from '../../quantity/decimal';
import type { Json } from '../json';
import { LIMITS } from '../limits';
import type { Report, Schema, Shape } from './shape';

/** A shape whose values stand in JSON as they are. */
function plain<T extends Json>(
  schema: Schema,
  expected: string,
  holds: (found: Json | undefined) => boolean,
): Shape<T> {
  return {
    encode: (value) => value,
    check: (found, path, report) => {
      if (!holds(found)) report(path, expected);
    },
    decode: (found) => found as T,
    schema: () => schema,
  };
}

const LONE_SURROGATES = /[\uD800-\uDFFF]/gu;

/** Half a surrogate pair, which a damaged workbook may hold and JSON cannot, is written as U+FFFD. */
export const text: Shape<string> = {
  ...plain<string>({ type: 'string' }, 'string', (found) => typeof found === 'string'),
  encode: (value) => value.replace(LONE_SURROGATES, '\uFFFD'),
};

export const boolean: Shape<boolean> = plain({ type: 'boolean' }, 'boolean', (found) => typeof found === 'boolean');

/** A whole number that a double holds exactly: rows, years, counts. */
export const whole: Shape<number> = plain({ type: 'integer' }, 'integer', (found) => Number.isSafeInteger(found));

/** A double, e.g. of a simulation. What is not finite is written as `null`. */
export const double: Shape<number | null> = {
  ...plain<number | null>(
    { type: ['number', 'null'] },
    'number or null',
    (found) => found === null || Number.isFinite(found),
  ),
  encode: (value) => (value !== null && Number.isFinite(value) ? value : null),
};

export const word = <Word extends string>(words: readonly Word[]): Shape<Word> =>
  plain<Word>({ enum: [...words] }, words.join(' | '), (found) => (words as readonly unknown[]).includes(found));

/** Lower-case hexadecimal. */
export const sha256Text: Shape<string> = plain(
  { type: 'string', pattern: '^[0-9a-f]{64}$' },
  'sha-256',
  (found) => typeof found === 'string' && /^[0-9a-f]{64}$/.test(found),
);

const DIGITS = /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/;

export const decimalText = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed());

/** Plain digits without exponent, grouping or trailing zeros: one text for one number. */
export const decimal: Shape<Decimal> = {
  encode: decimalText,
  check: (found, path, report) => {
    if (!isDecimalText(found)) report(path, 'decimal digits');
  },
  decode: (found) => new Decimal(found as string),
  schema: () => ({ type: 'string', pattern: DIGITS.source, maxLength: LIMITS.decimalCharacters }),
};

function isDecimalText(found: Json | undefined): boolean {
  return typeof found === 'string' && found.length <= LIMITS.decimalCharacters && DIGITS.test(found) && found !== '-0';
}

export const nullable = <T>(shape: Shape<T>): Shape<T | null> => ({
  encode: (value) => (value === null ? null : shape.encode(value)),
  check: (found, path, report: Report) => {
    if (found !== null) shape.check(found, path, report);
  },
  decode: (found) => (found === null ? null : shape.decode(found)),
  schema: (definitions) => ({ anyOf: [shape.schema(definitions), { type: 'null' }] }),
});
