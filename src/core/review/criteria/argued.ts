import { message } from '../../message';
import { answer, isBlankField, notStated } from './answers';
import { atField } from './at';
import { citedIds } from '../../case/citedIds';
import { saysNothing } from './saysNothing';
import type { Rule, RuleInput, Verdict } from './rule';

/** One of the qualities that the scheme asks for beside the amount: argued in words, with a document. */
export const argued = (quality: 'expandability' | 'uniqueness' | 'innovation'): Rule => ({
  id: quality,
  criterion: 'A3',
  severity: 'warn',
  basis: 'seed',
  source: 'The scheme: certification criterion 3, expandability, uniqueness and innovation',
  check: (input) => {
    if (isBlankField(input, quality) || saysNothing(answer(input, quality))) return [notStated(input, quality)];
    return withoutDocument(input, quality);
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'not-argued',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: quality, column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: quality, column: 'value' },
    },
    {
      name: 'no-document',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: `${quality}Evidence`, column: 'value', value: null }],
      says: 'warn',
      at: { table: 'KmcCase', row: `${quality}Evidence`, column: 'value' },
    },
  ],
});

function withoutDocument(input: RuleInput, quality: string): readonly Verdict[] {
  const key = `${quality}Evidence`;
  if (citedIds(input.case.fields[key]?.text).length > 0) return [];
  const said = message('rules.common.no-document', { item: message(`template.fields.${quality}`) });
  return [{ ...atField(input, key, quality), message: said, settle: message('rules.common.settle-document') }];
}
