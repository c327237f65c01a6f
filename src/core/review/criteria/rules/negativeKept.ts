import { message } from '../../../message';
import { atCase, atColumn, atRow } from '../at';
import { noNumber } from '../noNumber';
import { heaviestOf, usedLines } from '../usedLines';
import type { Rule, RuleInput, Verdict } from '../rule';

/** What is worse than the baseline is shown with its sign; where the whole is, there is no contribution to certify. */
export const negativeKept: Rule = {
  id: 'negative-kept',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source: 'WRI working paper on comparative emissions (2019): positive and negative impacts are reported alike',
  check: (input) => {
    const reduction = input.assessment.reductionPerUnit.value;
    if (reduction === null) return [noNumber(input, atCase)];
    const whole = reduction.greaterThan(0) ? ofStages(input) : [noReduction(input)];
    return [...ofSegments(input), ...whole];
  },
  examples: [
    { name: 'as-is', sample: 'water-heater', changes: [], says: 'passes' },
    { name: 'worse-stage', sample: 'radar', changes: [], says: 'info' },
    {
      name: 'no-reduction',
      sample: 'water-heater',
      changes: [{ table: 'KmcProduct', row: 'P1', column: 'amount', value: 40 }],
      says: 'warn',
    },
    {
      name: 'worse-segment',
      sample: 'heat-pump',
      changes: [{ table: 'KmcProduct', row: 'PSB3', column: 'amount', value: 160 }],
      says: 'warn',
      at: { table: 'KmcSegments', row: 'SB', column: 'id' },
    },
    {
      name: 'no-number',
      sample: 'water-heater',
      changes: [{ table: 'KmcProduct', row: 'P1', column: 'amount', value: null }],
      says: 'unknown',
      alsoChanges: ['line-complete'],
    },
  ],
};

const noReduction = (input: RuleInput): Verdict => ({
  ...atCase,
  cells: heaviestOf(usedLines(input).filter(({ side }) => side !== 'baseline')).flatMap(
    ({ line }) => atRow(input, line.ref, 'amount').cells,
  ),
  message: message('rules.negative-kept.no-reduction', {
    found: input.assessment.reductionPerUnit.value!.toSignificantDigits(4).toString(),
    unit: input.assessment.reductionPerUnit.unit,
  }),
});

function ofStages({ assessment: { stages }, case: source }: RuleInput): readonly Verdict[] {
  const worse = stages.filter(({ reduction }) => reduction.lessThan(0)).map(({ stage }) => stage);
  if (worse.length === 0) return [];
  const names = worse.map((stage) => message(`choices.stage.${stage}`));
  const lines = source.product.lines.filter(({ stage }) => stage !== null && worse.includes(stage));
  const { cells } = atColumn(
    { case: source },
    'KmcProduct',
    'stage',
    lines.map(({ ref }) => ref),
  );
  return [
    { ...atCase, cells, severity: 'info', message: message('rules.negative-kept.worse-stages', { stages: names }) },
  ];
}

/** Better elsewhere does not make good what is worse here; one segment is the whole, which was spoken of. */
function ofSegments(input: RuleInput): readonly Verdict[] {
  const worse = new Set(
    input.assessment.segments.filter(({ avoided }) => avoided.lessThan(0)).map(({ segment }) => segment),
  );
  return input.case.segments
    .filter(({ ref }) => input.case.segments.length > 1 && worse.has(ref.id))
    .map(({ ref, description }) => ({
      ...atRow(input, ref, 'id', 'description'),
      message: message('rules.negative-kept.worse-segment', { segment: description ?? ref.id }),
    }));
}
