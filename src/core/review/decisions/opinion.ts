import type { Case } from '../../case/types';
import { failure, message, success, type Message, type Outcome } from '../../message';
import { parseNumber } from '../../quantity/parseNumber';
import { rowsOfCase } from '../places';
import type { Review } from '../review';
import { blocks } from './applicationState';

/** How sure the verifier is: 限定的保証, 合理的保証 (ISO 14064-3). */
export const ASSURANCE_LEVELS = ['limited', 'reasonable'] as const;
export type AssuranceLevel = (typeof ASSURANCE_LEVELS)[number];

/** 無限定, 限定付き, 否定的, 意見不表明. */
export const OPINIONS = ['unmodified', 'with-remarks', 'adverse', 'disclaimer'] as const;
export type OpinionKind = (typeof OPINIONS)[number];

/** A row that the verifier looked into, by names that sorting leaves alone. */
export interface SampledItem {
  readonly table: string;
  readonly rowId: string;
}

/** 検証意見: what a verifier says of a package as a whole. KMC records it and draws no conclusion of its own. */
export interface Opinion {
  readonly level: AssuranceLevel;
  readonly opinion: OpinionKind;
  /** Share of a certified number from which on an error counts, in percent, plain digits. */
  readonly materiality: string;
  /** What was verified, in the verifier's words. */
  readonly scope: string;
  readonly sampled: readonly SampledItem[];
  /** Grounds; empty for an unmodified opinion that needs none. */
  readonly text: string;
  readonly by: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
}

/** An opinion as a person gives it. */
export interface OpinionInput extends Omit<Opinion, 'sampled'> {
  /** Row ids, or `KmcProduct:P1` where several tables have the id. */
  readonly sampled: readonly string[];
}

/**
 * @returns the opinion, or why it cannot stand: no name, no scope, a materiality that is no percentage, nothing sampled or a row that the case
 * has not, no grounds where it is not unmodified
 */
export function opinionOf(input: OpinionInput, read: Case): Outcome<Opinion> {
  const materiality = percentage(input.materiality);
  if (!materiality.ok) return materiality;
  const sampled = sampledItems(input.sampled, read);
  if (!sampled.ok) return sampled;
  const [by, scope, text] = [input.by.trim(), input.scope.trim(), input.text.trim()];
  if (by === '') return failure('decisions.opinion.needs-name');
  if (scope === '') return failure('decisions.opinion.needs-scope');
  if (input.opinion !== 'unmodified' && text === '') return failure('decisions.opinion.needs-grounds');
  return success({ ...input, by, scope, text, materiality: materiality.value, sampled: sampled.value });
}

const HUNDRED = 100;

function percentage(text: string): Outcome<string> {
  const number = parseNumber(text.replace(/[%％]\s*$/, ''));
  const isShare = number.ok && number.value.greaterThan(0) && number.value.lessThan(HUNDRED);
  return isShare
    ? success(number.value.toFixed())
    : failure('decisions.opinion.materiality', {
        found: text.trim() === '' ? message('decisions.opinion.blank') : text,
      });
}

function sampledItems(names: readonly string[], read: Case): Outcome<readonly SampledItem[]> {
  const rows = rowsOfCase(read).filter(({ table }) => table !== 'KmcCase');
  const items: SampledItem[] = [];
  for (const name of names.map((one) => one.trim()).filter((one) => one !== '')) {
    const found = rows.filter(({ table, id }) => name === id || name === `${table}:${id}`);
    if (found.length === 0) return failure('decisions.opinion.no-such-row', { row: name });
    if (found.length > 1)
      return failure('decisions.opinion.several-rows', {
        row: name,
        rows: found.map(({ table, id }) => `${table}:${id}`),
      });
    items.push({ table: found[0]!.table, rowId: found[0]!.id });
  }
  return items.length > 0 ? success(items) : failure('decisions.opinion.nothing-sampled');
}

/** @returns what stands against an opinion in the review it closes; nothing is decided by it */
export function opinionNotices({ opinion }: Opinion, { findings, decisions }: Review): readonly Message[] {
  if (opinion !== 'unmodified') return [];
  const asked = decisions.filter(
    ({ status, entry }) => status === 'stands' && (entry.state === 'needs-change' || entry.state === 'rejected'),
  ).length;
  return [
    ...(asked > 0 ? [message('decisions.opinion.despite-remarks', { count: asked })] : []),
    ...(blocks(findings, decisions) ? [message('decisions.opinion.despite-blocks')] : []),
  ];
}
