import { KmcError, message } from '../../message';
import type { ApplicationState } from './applicationState';
import { withEntry, type Entry } from './entries';
import { parseEntries } from './parseEntries';

/** A reviewer's answer as a file of its own, `review.json`. */
export interface ReviewFile {
  readonly format: 'kmc-review';
  readonly version: 1;
  /** Hash of the package it answers; `null` where it answers a workbook. */
  readonly package: string | null;
  readonly round: number;
  /** As the decisions gave it when the file was written: for a reader, never read back. */
  readonly state: ApplicationState;
  readonly entries: readonly Entry[];
}

export const reviewFile = (file: Omit<ReviewFile, 'format' | 'version' | 'round'>): ReviewFile => ({
  format: 'kmc-review',
  version: 1,
  package: file.package,
  round: latestRound(file.entries),
  state: file.state,
  entries: file.entries,
});

/** @returns the latest round that anything was written in, 1 where nothing was */
export const latestRound = (entries: readonly Entry[]): number => Math.max(1, ...entries.map(({ round }) => round));

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

/** Records put together; of entries of one kind on one thing in one round the later record's stands. */
export const mergedEntries = (...records: readonly (readonly Entry[])[]): readonly Entry[] =>
  records.flat().reduce<readonly Entry[]>(withEntry, []);
