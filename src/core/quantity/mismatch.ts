import { type Message, message } from '../message';
import { combineDimensions, type Dimension } from './dimension';
import { dimensionName } from './dimensionName';

/** What is advised when two dimensions differ by exactly these bases. */
type Advice = readonly [code: string, applies: (from: string, to: string) => boolean];

const startsWith =
  (prefix: string) =>
  (base: string): boolean =>
    base.startsWith(prefix);
const isVolume = startsWith('volume');
const isEnergy = startsWith('energy');
const isMoney = startsWith('money');
const isCount = startsWith('count:');
const isTime = (base: string): boolean => ['time', 'day', 'calendar'].includes(base);
const isGas = startsWith('gas:');
const either =
  (a: (base: string) => boolean, b: (base: string) => boolean) =>
  (from: string, to: string): boolean =>
    (a(from) && b(to)) || (a(to) && b(from));
const is =
  (name: string) =>
  (base: string): boolean =>
    base === name;

const ADVICE: readonly Advice[] = [
  ['gas-state-0c-25c', either(is('volume-0c'), is('volume-25c'))],
  ['gas-state', either(isVolume, isVolume)],
  ['heat-basis', either(isEnergy, isEnergy)],
  ['price-year', either(isMoney, isMoney)],
  ['count-label', either(isCount, isCount)],
  ['calendar-time', either(isTime, isTime)],
  ['gas-mass', either(isGas, is('emission'))],
  ['gas-mass', either(isGas, is('mass'))],
  ['carbon-mass', either(is('carbon'), is('emission'))],
  ['emission-mass', either(is('mass'), is('emission'))],
];

/**
 * Why one unit is not another: names both units and both dimensions, and says what to do where the pair is a known trap.
 * @param from text and dimension as found
 * @param to text and dimension as expected
 */
export function mismatch(
  from: { text: string; dimension: Dimension },
  to: { text: string; dimension: Dimension },
): Message {
  return message(`quantity.mismatch.${adviceFor(from.dimension, to.dimension)}`, {
    from: from.text,
    fromDimension: dimensionName(from.dimension),
    to: to.text,
    toDimension: dimensionName(to.dimension),
  });
}

function adviceFor(from: Dimension, to: Dimension): string {
  const difference = Object.entries(combineDimensions(from, to, -1));
  const [first, second] = difference;
  if (difference.length === 1 && isTransport(from, to)) return 'transport';
  if (difference.length !== 2 || first![1] !== -second![1]) return 'general';
  return ADVICE.find(([, applies]) => applies(first![0], second![0]))?.[0] ?? 'general';
}

/** km or t beside tkm, km or 人 beside pkm: one side of the product is missing. */
function isTransport(from: Dimension, to: Dimension): boolean {
  const product = (dimension: Dimension): boolean =>
    dimension['length'] === 1 && (dimension['mass'] === 1 || dimension['person'] === 1);
  return product(from) !== product(to);
}
