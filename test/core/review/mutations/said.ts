import type { Message } from '../../../../src/core/message';
import type { Finding } from '../../../../src/core/review/finding';

/** A finding with what it says, figures left out: another percentage of the same thing is nothing new. */
export interface Said {
  readonly finding: Finding;
  readonly words: string;
}

export const saidOf = (finding: Finding): Said => ({ finding, words: `${finding.id} ${wordsOf(finding.message)}` });

const wordsOf = ({ code, params }: Message): string =>
  `${code}(${Object.entries(params)
    .map(([key, value]) => `${key}: ${wordsIn(value)}`)
    .join()})`;

function wordsIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(wordsIn).join();
  if (typeof value === 'object' && value !== null) return wordsOf(value as Message);
  const text = String(value);
  return FIGURE.test(text) ? '' : text;
}

const FIGURE = /^[-+]?[\d.,]+(?:e[-+]?\d+)?\s*%?$/i;
