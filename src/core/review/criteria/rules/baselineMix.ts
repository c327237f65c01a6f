import { message } from '../../../message';
import { atRow } from '../at';
import { anyOf, blankCells } from '../blank';
import { owning } from '../owned';
import { retold } from '../retold';
import type { Rule, RuleInput, Verdict } from '../rule';

const TOGETHER = ['calculation.mix-sum', 'calculation.mix-variant-twice'];

/** Shares of the products a baseline is mixed from sum to 1 and come from somewhere. */
export const baselineMix: Rule = {
  id: 'baseline-mix',
  criterion: 'B1',
  severity: 'block',
  basis: 'framework',
  source:
    'ICCA/WBCSD Addressing the Avoided Emissions Challenge (2017), 3.2: market share and reference flow of what is compared',
  retells: owning(TOGETHER),
  owns: anyOf(
    blankCells(['KmcMix'], 'share', 'source', 'evidence', 'year'),
    owning([
      'calculation.mix-incomplete',
      'calculation.mix-variant-without-lines',
      'calculation.variant-not-in-mix',
      'calculation.mix-window-missing',
      'calculation.mix-window-empty',
      'calculation.mix-window-needs-life',
      'calculation.mix-window-gap',
      'calculation.mix-window-overlap',
      'calculation.mix-window-end',
      'calculation.mix-window-no-service',
      'reader.window-order',
    ]),
    owning(['reader.share-range'], ['KmcMix']),
  ),
  check: (input) => {
    const rows = input.case.mix.map(({ ref }) => ref);
    return [...retold(input, TOGETHER, 'KmcMix', 'share', rows), ...unsourced(input)];
  },
  examples: [
    { name: 'as-is', sample: 'led-lighting', changes: [], says: 'passes' },
    {
      name: 'sum',
      sample: 'led-lighting',
      changes: [{ table: 'KmcMix', row: 'X1', column: 'share', value: 0.74 }],
      says: 'block',
      at: { table: 'KmcMix', row: 'X1', column: 'share' },
    },
    {
      name: 'unsourced',
      sample: 'led-lighting',
      changes: [{ table: 'KmcMix', row: 'X2', column: 'source', value: null }],
      says: 'block',
      at: { table: 'KmcMix', row: 'X2', column: 'source' },
    },
    {
      name: 'window-gap',
      sample: 'heat-pump',
      changes: [{ table: 'KmcMix', row: 'XSA2', column: 'fromYear', value: 6 }],
      says: 'block',
    },
  ],
};

const unsourced = (input: RuleInput): readonly Verdict[] =>
  input.case.mix
    .filter(({ source }) => source === null)
    .map(({ ref, variant }) => ({
      ...atRow(input, ref, 'source'),
      message: message('rules.baseline-mix.unsourced', { variant: variant ?? ref.id }),
    }));
