import { failure, success, type Outcome } from '../message';
import type { RangeRef } from '../workbook/cell';
import { tableSpec } from '../template/tables';
import { ADOPTABLE, type AdoptableTable, type Adoption } from './types';

/** What of an adoption is saved as text: all but its range. */
export type Mapping = Omit<Adoption, 'range'>;

/** @returns JSON, keys in a fixed order: the same mapping always gives the same text */
export function mappingText(adoption: Adoption): string {
  const { version, table, headerRows, columns, constants, skipped, sections, groups, below } = adoption;
  return JSON.stringify({ version, table, headerRows, columns, constants, skipped, sections, groups, below });
}

/**
 * @param text as `mappingText` gives it
 * @returns `adoption.mapping-unreadable` for what is no mapping of this version: nothing of it is used then
 */
export function adoptionOf(text: string, range: RangeRef): Outcome<Adoption> {
  const mapping = parsed(text);
  return isMapping(mapping) ? success({ ...mapping, range }) : failure('adoption.mapping-unreadable');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): boolean =>
  isPlain(value) && Object.values(value).every((one) => typeof one === 'string');
const isCount = (value: unknown, least: number): boolean => Number.isInteger(value) && (value as number) >= least;

function isMapping(value: unknown): value is Mapping {
  if (!isPlain(value) || value['version'] !== 1) return false;
  const table = value['table'] as AdoptableTable;
  if (!ADOPTABLE.includes(table)) return false;
  const keys = new Set(tableSpec(table)!.columns.map(({ key }) => key));
  const { columns, constants, skipped, sections, groups, below } = value;
  return (
    isCount(value['headerRows'], 1) &&
    Array.isArray(columns) &&
    columns.every((column) => isColumn(column, keys)) &&
    new Set(columns.map(({ key }: Plain) => key)).size === columns.length &&
    isTexts(constants) &&
    Object.keys(constants as Plain).every((key) => keys.has(key)) &&
    Array.isArray(skipped) &&
    skipped.every(isSkipped) &&
    (sections === null || isSections(sections, keys)) &&
    Array.isArray(groups) &&
    groups.every(isGroup) &&
    (below === null || typeof below === 'string')
  );
}

const TIMES = ['0.01', '1000', '10000', '1000000'];

function isColumn(column: unknown, keys: ReadonlySet<string>): boolean {
  if (!isPlain(column) || !keys.has(String(column['key'])) || typeof column['header'] !== 'string') return false;
  const { nth, of, below, textNumbers, withUnit, times, words } = column;
  const isPlace = isCount(nth, 0) && isCount(of, 1) && (nth as number) < (of as number);
  const hasFlags = [below, textNumbers, withUnit].every((flag) => flag === undefined || flag === true);
  return (
    isPlace &&
    hasFlags &&
    (times === undefined || TIMES.includes(String(times))) &&
    (words === undefined || isTexts(words))
  );
}

const isSkipped = (one: unknown): boolean =>
  isPlain(one) && typeof one['text'] === 'string' && ['subtotal', 'section', 'note'].includes(String(one['reason']));

const isSections = (one: unknown, keys: ReadonlySet<string>): boolean =>
  isPlain(one) && keys.has(String(one['key'])) && isTexts(one['values']);

const isGroup = (one: unknown): boolean =>
  isPlain(one) &&
  typeof one['text'] === 'string' &&
  Array.isArray(one['lines']) &&
  one['lines'].every((line) => typeof line === 'string');
