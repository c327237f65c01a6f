import type { FunctionResult } from '../../src/core/functions/types';
import { Decimal } from '../../src/core/quantity/decimal';

const cell = (value: unknown): string => (typeof value === 'string' ? JSON.stringify(value) : String(value));

/** A function's result as a page writes it: a number bare, a text in quotes, a table as an array constant. */
export function shownResult(value: FunctionResult): string {
  if (!Array.isArray(value)) return cell(value);
  return `{${value.map((row: readonly unknown[]) => row.map(cell).join(',')).join(';')}}`;
}

/** What an element of a list is found by, besides its index. */
const KEYS = ['stage', 'key', 'segment', 'partner', 'status', 'year', 'name'];

/**
 * @param path names and indices joined by dots; a list's element is named by its index or by one of {@link KEYS}
 * @returns what stands there; of a list of problems or reasons, their message codes
 */
export function valueAt(source: unknown, path: string): unknown {
  const found = path.split('.').reduce<unknown>((at, name) => step(at, name, path), source);
  return Array.isArray(found) ? found.map((item: Coded) => item.message?.code ?? item.code) : found;
}

interface Coded {
  readonly code?: string;
  readonly message?: { readonly code: string };
}

function step(at: unknown, name: string, path: string): unknown {
  if (at === null || typeof at !== 'object') throw new Error(`${path}: nothing at ${name}`);
  if (!Array.isArray(at)) {
    if (!(name in at)) throw new Error(`${path}: no ${name}`);
    return (at as Record<string, unknown>)[name];
  }
  const items = at as readonly Record<string, unknown>[];
  const item = items.find((each) => KEYS.some((key) => String(each[key]) === name)) ?? items[Number(name)];
  if (item === undefined) throw new Error(`${path}: no element ${name}`);
  return item;
}

/** A number that chance or a printed digit leaves uncertain. */
interface Near {
  readonly near: string;
  readonly within: string;
}

const isNear = (expected: unknown): expected is Near =>
  typeof expected === 'object' && expected !== null && 'near' in expected;

/**
 * Numbers are the same within 1e-12 of their size, or within what the page says; `a/b` is that fraction; of a list of codes those expected
 * must be in it.
 */
export function same(actual: unknown, expected: unknown): boolean {
  if (isNear(expected)) {
    if (!(actual instanceof Decimal) && typeof actual !== 'number') return false;
    return new Decimal(actual).minus(expected.near).abs().lessThanOrEqualTo(expected.within);
  }
  if (Array.isArray(expected)) return Array.isArray(actual) && expected.every((code) => actual.includes(code));
  if (!(actual instanceof Decimal) || typeof expected !== 'string') return actual === expected;
  const [over, under = '1'] = expected.split('/');
  const exact = new Decimal(over!).dividedBy(under);
  return actual.minus(exact).abs().lessThanOrEqualTo(exact.abs().times('1e-12'));
}
