import type { BilingualText, RowContent } from '../content';
import type { ChoiceSet } from '../../case/vocabulary';
import { choiceText } from '../headers';
import { ILLUSTRATIVE } from './example';

/**
 * How sure a line's amount is by its pedigree: reliability, completeness, temporal, geographical and technological score (1 best, 5 worst)
 * and the basic uncertainty U95 of its kind of flow.
 */
export const pedigree = (scores: readonly [number, number, number, number, number], basicU = 1.05): RowContent => {
  const [reliability, completeness, temporal, geographical, technological] = scores;
  return { reliability, completeness, temporal, geographical, technological, basicU };
};

/** Spread of a number between two limits, or of a factor by its U95. */
export const between = (low: number, high: number, distribution = 'triangular'): RowContent => ({
  distribution,
  low,
  high,
});
export const lognormal = (u95: number): RowContent => ({ distribution: 'lognormal', u95 });

/** One changed input of a named variation: table, row, column, value. */
export type Change = readonly [string, string, string, number | BilingualText];

/** A word of a vocabulary as each workbook writes it, where no choice cell does that. */
export const chosen = (set: ChoiceSet, word: string): BilingualText => ({
  en: choiceText(set, word, 'en'),
  ja: choiceText(set, word, 'ja'),
});

/** Variations by name, each with the inputs it changes. */
export const variations = (list: readonly (readonly [BilingualText, ...Change[]])[]): RowContent[] =>
  list
    .flatMap(([name, ...changes]) =>
      changes.map(([table, row, column, value]) => ({ name, table, row, column, value })),
    )
    .map((row, index) => ({ id: `V${index + 1}`, ...row }));

/** Years of use from 0, by the share of units still in use (or the same for all segments); `use` is as stated unless given. */
export const yearsOfUse = (survival: readonly number[], segment?: string): RowContent[] =>
  survival.map((share, age) => ({
    id: `${segment ?? 'Y'}${age}`,
    ...(segment === undefined ? {} : { segment }),
    age,
    survival: share,
    use: 1,
    source: ILLUSTRATIVE,
    evidence: 'E9',
  }));
