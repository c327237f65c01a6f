import { STAGES as STAGE_ORDER, type Stage } from '../../case/vocabulary';
import { sum, type Decimal } from '../../quantity/decimal';
import { defineFunction } from '../defineFunction';
import { pair } from '../pairing';
import { choicesAsWritten, numbers, type Written } from '../parameters';
import { numberResult } from '../results';
import type { ScalarResult } from '../types';

type Line = readonly [Written<Stage>, Decimal];

const TOTAL = 'Σ';
const UNDEFINED_SHARE = '–';

/**
 * Stage by stage in life-cycle order: stage, baseline, product, reduction (baseline − product), share of the whole reduction;
 * last the totals, marked Σ. A stage appears when either side has a line of it, under the name the user first gave it, so that the
 * table speaks the sheet's language. Without a reduction to share the share is `–`.
 */
export const STAGES = defineFunction({
  id: 'STAGES',
  parameters: {
    baselineStages: choicesAsWritten<Stage>('stage'),
    baselineEmissions: numbers(),
    productStages: choicesAsWritten<Stage>('stage'),
    productEmissions: numbers(),
  },
  result: 'matrix',
  examples: [
    {
      formula: '=KMC.STAGES({"production";"use"},{10;90},{"production";"use"},{20;30})',
      value: [
        ['production', 10, 20, -10, -0.2],
        ['use', 90, 30, 60, 1.2],
        ['Σ', 100, 50, 50, 1],
      ],
    },
  ],
  evaluate: ({ baselineStages, baselineEmissions, productStages, productEmissions }, at) => {
    const baseline = pair(baselineStages, baselineEmissions, at('baselineStages'), at('baselineEmissions'));
    const product = pair(productStages, productEmissions, at('productStages'), at('productEmissions'));
    const whole = total(baseline).minus(total(product));
    const present = STAGE_ORDER.filter((stage) => [...baseline, ...product].some(([{ word }]) => word === stage));
    const rows = present.map((stage) => {
      const name = [...baseline, ...product].find(([{ word }]) => word === stage)![0].written;
      return row(name, total(baseline, stage), total(product, stage), whole);
    });
    return [...rows, row(TOTAL, total(baseline), total(product), whole)];
  },
});

const total = (lines: readonly Line[], stage?: Stage): Decimal =>
  sum(lines.filter(([{ word }]) => stage === undefined || word === stage).map(([, emission]) => emission));

function row(name: string, baseline: Decimal, product: Decimal, whole: Decimal): ScalarResult[] {
  const reduction = baseline.minus(product);
  const share = whole.isZero() ? UNDEFINED_SHARE : numberResult(reduction.dividedBy(whole));
  return [name, numberResult(baseline), numberResult(product), numberResult(reduction), share];
}
