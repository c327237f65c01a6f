import { CHOICE_SETS, type ChoiceSet } from '../case/vocabulary';
import { choiceText } from './headers';
import type { BlockPlan, ValidationPlan } from './plan';
import { templateText } from './templateText';
import type { ColumnKind, Language } from './types';

/** Texts of a vocabulary in the order its words are declared. */
export const choiceItems = (set: ChoiceSet, language: Language): string[] =>
  CHOICE_SETS[set].map((word) => choiceText(set, word, language));

const listOf = (set: ChoiceSet, block: BlockPlan, language: Language): ValidationPlan => ({
  block,
  rule: { kind: 'list', items: choiceItems(set, language) },
  prompt: templateText('prompts', 'choice', language),
  error: templateText('prompts', 'choiceError', language),
});

const RANGES = { share: [0, 1], score: [1, 5] } as const;

/** @returns what a cell of that kind may hold, or `null` where the sheet does not restrict it */
export function validationFor(
  { kind, choices }: { readonly kind: ColumnKind | 'quantity'; readonly choices?: ChoiceSet },
  block: BlockPlan,
  language: Language,
): ValidationPlan | null {
  if (choices) return listOf(choices, block, language);
  if (kind !== 'share' && kind !== 'score') return null;
  const [minimum, maximum] = RANGES[kind];
  return {
    block,
    rule: { kind: 'decimal', minimum, maximum },
    prompt: templateText('prompts', kind, language),
    error: templateText('prompts', `${kind}Error`, language),
  };
}
