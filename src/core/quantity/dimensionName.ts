import { type Message, message } from '../message';
import { COUNT_LABELS } from './countTable';
import { combineDimensions, type Dimension, sameDimension } from './dimension';

const COMPOUND: readonly (readonly [name: string, dimension: Dimension])[] = [
  ['none', {}],
  ['power', { energy: 1, time: -1 }],
  ['freight', { mass: 1, length: 1 }],
  ['passenger', { person: 1, length: 1 }],
];

/** @returns what the dimension is called, as a message; compound ones as products and quotients of their bases */
export function dimensionName(dimension: Dimension): Message {
  const named = COMPOUND.find(([, known]) => sameDimension(known, dimension));
  if (named) return message(`quantity.dimension.${named[0]}`);
  const above = Object.entries(dimension).filter(([, exponent]) => exponent > 0);
  const below = Object.entries(dimension).filter(([, exponent]) => exponent < 0);
  const numerator = above.length > 0 ? productName(above) : null;
  if (below.length === 0) return numerator!;
  const denominator = nameBelow(Object.fromEntries(below), below);
  return numerator
    ? message('quantity.dimension.quotient', { above: numerator, below: denominator })
    : message('quantity.dimension.inverse', { below: denominator });
}

function nameBelow(dimension: Dimension, entries: readonly (readonly [string, number])[]): Message {
  const inverse = combineDimensions({}, dimension, -1);
  const named = COMPOUND.find(([, known]) => sameDimension(known, inverse));
  if (named) return message(`quantity.dimension.${named[0]}`);
  const name = productName(entries.map(([base, exponent]) => [base, -exponent] as const));
  return entries.length > 1 ? message('quantity.dimension.bracket', { inner: name }) : name;
}

function productName(entries: readonly (readonly [string, number])[]): Message {
  return entries
    .map(([base, exponent]) =>
      exponent === 1 ? baseName(base) : message('quantity.dimension.power-of', { base: baseName(base), exponent }),
    )
    .reduce((left, right) => message('quantity.dimension.product', { left, right }));
}

function baseName(base: string): Message {
  const [kind = '', detail] = base.split(':');
  if (detail === undefined) return message(`quantity.dimension.${kind}`);
  if (kind === 'count')
    return message('quantity.dimension.count', { label: detail, labelEn: COUNT_LABELS.get(detail) ?? detail });
  return message(`quantity.dimension.${kind}-of`, { detail });
}
