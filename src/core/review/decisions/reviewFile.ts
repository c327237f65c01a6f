import { KmcError, message } from '../../message';
import type { Case } from '../../case/types';
import type { ApplicationState } from './applicationState';
import type { Entry } from './entries';
import type { Opinion } from './opinion';
import { parseEntries } from './parseEntries';

/** Which application a review is of, as the workbook states it. */
export interface ReviewedApplication {
  readonly applicant: string | null;
  readonly productName: string | null;
  readonly productModel: string | null;
  /** Calendar year in which the fiscal year begins. */
  readonly fiscalYear: number | null;
}

/** A reviewer's answer as a file of its own, `review.json`. */
export interface ReviewFile {
  readonly format: 'kmc-review';
  readonly version: 1;
  /** Id of the package it answers; `null` where it answers a workbook. */
  readonly package: string | null;
  /** Absent in files of before it was written. */
  readonly application?: ReviewedApplication;
  readonly round: number;
  /** As the decisions gave it when the file was written: for a reader, never read back. */
  readonly state: ApplicationState;
  readonly entries: readonly Entry[];
  /** Absent where the reviewer gives none. */
  readonly opinion?: Opinion;
}

export const reviewFile = (file: Omit<ReviewFile, 'format' | 'version' | 'round'>): ReviewFile => ({
  format: 'kmc-review',
  version: 1,
  package: file.package,
  ...(file.application ? { application: file.application } : {}),
  round: latestRound(file.entries),
  state: file.state,
  entries: file.entries,
  ...(file.opinion ? { opinion: file.opinion } : {}),
});

/** @returns which application a case is */
export function applicationOf({ fields }: Case): ReviewedApplication {
  const text = (key: string): string | null => fields[key]?.text ?? null;
  return {
    applicant: text('applicant'),
    productName: text('productName'),
    productModel: text('productModel'),
    fiscalYear: fields['fiscalYear']?.number?.toNumber() ?? null,
  };
}

/** @returns the latest round that anything was written in, 1 where nothing was */
export const latestRound = (entries: readonly Entry[]): number =>
  entries.reduce((latest, { round }) => Math.max(latest, round), 1);

/**
 * @param text of a review.json, or of a plain list of entries
 * @returns the entries; nothing else of the file decides anything
 * @throws KmcError where it is neither
 */
export function entriesOfFile(text: string): readonly Entry[] {
  const json = parsed(text);
  const list = typeof json === 'object' && json !== null && !Array.isArray(json) ? fileEntries(json) : json;
  const entries = parseEntries(list);
  if (!entries) throw new KmcError(message('decisions.file-unreadable'));
  return entries;
}

function fileEntries(json: object): unknown {
  const { format, version, entries } = json as Partial<Record<'format' | 'version' | 'entries', unknown>>;
  return format === 'kmc-review' && version === 1 ? entries : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Records put together; of entries of one kind on one thing in one round the later record's stands, in the place of the first. */
export function mergedEntries(...records: readonly (readonly Entry[])[]): readonly Entry[] {
  const merged = new Map<string, Entry>();
  for (const entry of records.flat()) merged.set(`${entry.kind} ${entry.round} ${entry.on}`, entry);
  return [...merged.values()];
}
