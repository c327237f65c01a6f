import type { Case, EvidenceRow } from '../../case/types';
import { failure, message, success, type Outcome } from '../../message';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import { START_TEXTS } from '../../../locales/startTexts';
import type { Language } from '../types';
import { cellOf, type FoundCell } from './cells';
import { factorTasks } from './factors';
import { namesYear, nextYear } from './nextYear';
import { rolledSales } from './sales';
import type { RollChange, RollPlan, RollTask, SalesChoice } from './types';

export interface RollOptions {
  readonly sales: SalesChoice;
  /** For marks in a workbook whose own language cannot be told. */
  readonly language: Language;
}

/**
 * Plans next year's application from this year's: the fiscal year goes one on, the year's sales are kept or cleared, documents are marked
 * to be renewed; everything else stays. What only the applicant can know is listed as a task. Nothing is written, and no formula is ever
 * replaced.
 * @param source the case as read from `snapshot`
 * @returns `start.roll.no-year`, `start.roll.year-formula` where the fiscal year cannot be moved on
 */
export function rollForward(
  snapshot: WorkbookSnapshot,
  source: Case,
  { sales, language }: RollOptions,
): Outcome<RollPlan> {
  const field = source.fields['fiscalYear'];
  const found = field ? cellOf(snapshot, source, field.ref, 'value') : null;
  const year = field?.number?.toNumber();
  if (!found || year === undefined) return failure('start.roll.no-year');
  if (found.isFormula) return failure('start.roll.year-formula');
  const rolled = rolledSales(snapshot, source, year, sales);
  const evidence = source.evidence.map((row) => markedEvidence(snapshot, source, row, source.language ?? language));
  return success({
    year: year + 1,
    changes: [yearChange(found, year), ...rolled.changes, ...evidence.flatMap(({ change }) => change ?? [])],
    tasks: [
      ...caseTasks(snapshot, source, year),
      ...rolled.tasks,
      ...factorTasks(snapshot, source),
      ...pathTasks(snapshot, source),
      ...contributionTasks(snapshot, source, year),
      ...evidence.map(({ task }) => task),
    ],
  });
}

const yearChange = ({ cell, value }: FoundCell, year: number): RollChange => ({
  cell,
  before: value,
  after: nextYear(value, year),
  message: message('start.change.year'),
});

/** Fields that are of one year by what they are. */
const YEARLY = ['baselineType', 'baselineYear', 'submissionDate', 'unitsTotal'] as const;

function caseTasks(snapshot: WorkbookSnapshot, source: Case, year: number): RollTask[] {
  const cell = (key: string) => cellOf(snapshot, source, source.fields[key]!.ref, 'value')?.cell ?? null;
  const yearly = YEARLY.filter((key) => source.fields[key]).map((key) => ({
    cell: cell(key),
    message: message(`start.task.${key}`, { next: year + 1 }),
  }));
  const naming = Object.values(source.fields)
    .filter(
      ({ key, text }) => key !== 'fiscalYear' && key !== 'submissionDate' && text !== null && namesYear(text, year),
    )
    .map(({ key }) => ({
      cell: cell(key),
      message: message('start.task.names-year', { item: message(`template.fields.${key}`), year }),
    }));
  return [...yearly, ...naming];
}

/** The years of a path follow the sale: it has to reach one year further. */
function pathTasks(snapshot: WorkbookSnapshot, source: Case): RollTask[] {
  const last = new Map<string, (typeof source.factorPaths)[number]>();
  for (const row of source.factorPaths)
    if (row.factorId !== null && (row.year ?? 0) >= (last.get(row.factorId)?.year ?? 0)) last.set(row.factorId, row);
  return [...last].map(([id, { ref, year }]) => ({
    cell: cellOf(snapshot, source, ref, 'year')?.cell ?? null,
    message: message('start.task.path', { id, last: year ?? '' }),
  }));
}

function contributionTasks(snapshot: WorkbookSnapshot, source: Case, year: number): RollTask[] {
  return source.contribution
    .filter((row) => row.year !== null && row.year <= year)
    .map(({ ref, partner, year: of }) => ({
      cell: cellOf(snapshot, source, ref, 'share')?.cell ?? null,
      message: message('start.task.contribution', { partner: partner ?? ref.id, year: of! }),
    }));
}

interface MarkedEvidence {
  readonly change: RollChange | null;
  readonly task: RollTask;
}

/** Title cells that a formula fills, or that carry the mark already, are left as they are. */
function markedEvidence(
  snapshot: WorkbookSnapshot,
  source: Case,
  { ref, date }: EvidenceRow,
  language: Language,
): MarkedEvidence {
  const found = cellOf(snapshot, source, ref, 'title');
  const task = {
    cell: found?.cell ?? null,
    message: message(date === null ? 'start.task.evidence' : 'start.task.evidence-dated', {
      id: ref.id,
      date: date ?? '',
    }),
  };
  const { mark } = START_TEXTS[language].start;
  if (!found || found.isFormula || typeof found.value !== 'string' || found.value.startsWith(mark))
    return { change: null, task };
  const after = `${mark}${found.value}`;
  return {
    change: { cell: found.cell, before: found.value, after, message: message('start.change.evidence', { id: ref.id }) },
    task,
  };
}
