import type { Case, Factor } from '../../case/types';
import { message, type Message } from '../../message';
import { allFactors } from '../../reference/dataset';
import type { ReferenceFactor } from '../../reference/factor';
import { factorById } from '../../reference/factorById';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { cellOf } from './cells';
import type { RollTask } from './types';

/** Columns that tie a factor to a time. */
const DATED = ['validFrom', 'validTo', 'resultYear'] as const;

/** Fields in which two editions of one published figure agree. */
const SAME = [
  'family',
  'nameJa',
  'nameEn',
  'parameter',
  'kind',
  'unit',
  'gases',
  'region',
  'gridKind',
  'boundary',
] as const;

/** @returns for each factor of a limited time that a newer one is to be looked for, with what the built-in library holds */
export function factorTasks(snapshot: WorkbookSnapshot, source: Case): readonly RollTask[] {
  return source.factors.filter(isDated).map((factor) => ({
    cell: cellOf(snapshot, source, factor.ref, 'value')?.cell ?? null,
    message: message('start.task.factor', { id: factor.ref.id, time: timeOf(factor), library: libraryText(factor) }),
  }));
}

const isDated = ({ attributes }: Factor): boolean => DATED.some((key) => attributes[key] != null);

function timeOf({ attributes }: Factor): Message {
  const { validFrom, validTo, resultYear } = attributes;
  if (validFrom == null && validTo == null) return message('start.library.result-year', { year: resultYear ?? '' });
  return message('start.library.valid', { from: validFrom ?? '…', to: validTo ?? '…' });
}

function libraryText({ ref, value }: Factor): Message {
  const known = factorById(ref.id);
  if (!known) return message('start.library.unknown');
  const newer = newerThan(known);
  if (newer) return message('start.library.newer', { id: newer.id, value: newer.value, unit: newer.unit });
  return value !== null && value.equals(known.value)
    ? message('start.library.same')
    : message('start.library.other-value', { value: known.value, unit: known.unit });
}

/** @returns the newest edition of the same figure, `null` where the factor is the newest */
export function newerThan(factor: ReferenceFactor): ReferenceFactor | null {
  const [newest] = allFactors()
    .filter((other) => SAME.every((key) => other[key] === factor[key]) && yearOf(other) > yearOf(factor))
    .sort((a, b) => yearOf(b) - yearOf(a) || (a.id < b.id ? -1 : 1));
  return newest ?? null;
}

const yearOf = ({ activityYear, resultYear, editionYear }: ReferenceFactor): number =>
  activityYear ?? resultYear ?? editionYear ?? 0;
