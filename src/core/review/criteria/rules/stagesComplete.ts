import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { STAGES, type Stage } from '../../../case/vocabulary';
import type { PlainRow } from '../../../case/types';
import { answer, unanswered } from '../answers';
import { atColumn, atField, atRow } from '../at';
import { owning } from '../owned';
import { saysNothing } from '../saysNothing';
import type { Rule, RuleInput, Verdict } from '../rule';

type SideName = 'baseline' | 'product';
const TABLES = { baseline: 'KmcBaseline', product: 'KmcProduct' } as const;

/** What people write in the free column for the side, in either language. */
const SIDES: readonly (readonly [RegExp, readonly SideName[]])[] = [
  [/^(both|両)/, ['baseline', 'product']],
  [/^(baseline|比較対象|従来)/, ['baseline']],
  [/^(product|応募|当該|対象製品)/, ['product']],
];

/** The full life cycle: a line in each of the five stages on both sides, or an exclusion that says why not. */
export const stagesComplete: Rule = {
  id: 'stages-complete',
  criterion: 'A2',
  severity: 'block',
  basis: 'seed',
  source:
    'The scheme: certification criterion 2, full life cycle; the city’s brand pages for the list of stages; ISO 14044 4.5 for leaving out alike',
  owns: owning(['reader.blank-required'], ['KmcExclusions']),
  retells: owning(['calculation.stage-empty']),
  check: (input) => [
    ...sidesUnknown(input),
    ...(['baseline', 'product'] as const).flatMap((side) => empty(input, side)),
    ...withoutReason(input),
    ...oneSided(input),
    ...identical(input),
  ],
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    { name: 'excluded', sample: 'heat-pump', changes: [], says: 'passes' },
    {
      name: 'no-end-of-life',
      sample: 'radar',
      changes: [],
      without: [{ table: 'KmcProduct', row: 'P5' }],
      says: 'block',
      alsoChanges: ['same-detail', 'two-certified-numbers', 'data-quality', 'like-lines'],
    },
    {
      name: 'not-excluded-there',
      sample: 'heat-pump',
      changes: [{ table: 'KmcExclusions', row: 'X1', column: 'side', value: '比較対象製品' }],
      says: 'block',
    },
    {
      name: 'no-reason',
      sample: 'heat-pump',
      changes: [{ table: 'KmcExclusions', row: 'X1', column: 'reason', value: '―' }],
      says: 'block',
      at: { table: 'KmcExclusions', row: 'X1', column: 'reason' },
    },
    {
      name: 'only-the-baseline-counts-it',
      sample: 'radar',
      changes: [],
      without: [{ table: 'KmcProduct', row: 'P5' }],
      with: [
        {
          table: 'KmcExclusions',
          values: { id: 'X1', side: '応募製品等', stage: 'end-of-life', process: '廃棄', reason: '少量', share: 0.01 },
        },
      ],
      says: 'warn',
      at: { table: 'KmcExclusions', row: 'X1', column: 'stage' },
      alsoChanges: ['same-detail', 'data-quality', 'like-lines'],
    },
    {
      name: 'side-unclear',
      sample: 'service',
      changes: [],
      with: [
        {
          table: 'KmcExclusions',
          values: { id: 'X9', side: 'A社', stage: 'use', process: '点検', reason: '少量', share: 0, evidence: 'E9' },
        },
      ],
      says: 'unknown',
      at: { table: 'KmcExclusions', row: 'X9', column: 'side' },
    },
    {
      name: 'not-answered',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'identicalLeftOut', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'identicalLeftOut', column: 'value' },
    },
  ],
};

function sidesOf({ values }: PlainRow): readonly SideName[] | null {
  const text = normaliseText(values['side'] ?? '').toLowerCase();
  return SIDES.find(([words]) => words.test(text))?.[1] ?? null;
}

const sidesUnknown = (input: RuleInput): readonly Verdict[] =>
  input.case.exclusions
    .filter((row) => row.values['side'] !== null && sidesOf(row) === null)
    .map((row) => ({
      ...atRow(input, row.ref, 'side'),
      severity: 'unknown',
      message: message('rules.stages-complete.side', { found: row.values['side'] ?? '' }),
      settle: message('rules.stages-complete.settle-side'),
    }));

function empty(input: RuleInput, side: SideName): readonly Verdict[] {
  const { lines } = input.case[side];
  const stated = new Set<Stage | null>(lines.map(({ stage }) => stage));
  const excluded = new Set(
    input.case.exclusions.filter((row) => sidesOf(row)?.includes(side)).map((row) => row.values['stage']),
  );
  const missing = STAGES.filter((stage) => !stated.has(stage) && !excluded.has(stage));
  if (missing.length === 0) return [];
  const stages = missing.map((stage) => message(`choices.stage.${stage}`));
  const said = message(`rules.stages-complete.${side}`, { stages });
  return [
    {
      ...atColumn(
        input,
        TABLES[side],
        'stage',
        lines.slice(0, 1).map(({ ref }) => ref),
      ),
      message: said,
    },
  ];
}

const withoutReason = (input: RuleInput): readonly Verdict[] =>
  input.case.exclusions
    .filter(({ values }) => saysNothing(values['reason'] ?? null))
    .map(({ ref, values }) => ({
      ...atRow(input, ref, 'reason'),
      message: message('rules.stages-complete.no-reason', { id: ref.id, found: values['reason'] ?? '' }),
      settle: message('rules.stages-complete.settle-reason'),
    }));

/** What only the baseline counts is all reduction: the product is better by what it left out. */
function oneSided(input: RuleInput): readonly Verdict[] {
  const stages = STAGES.filter((stage) => {
    const rows = input.case.exclusions.filter(({ values }) => values['stage'] === stage);
    const isCounted = input.case.baseline.lines.some((line) => line.stage === stage && line.amount?.isZero() !== true);
    const isStated = input.case.product.lines.some((line) => line.stage === stage);
    return isCounted && !isStated && rows.some((row) => sidesOf(row)?.includes('product'));
  });
  return stages.map((stage) => {
    const excluded = input.case.exclusions.filter(({ values }) => values['stage'] === stage);
    const lines = input.case.baseline.lines.filter((line) => line.stage === stage);
    const at = atRow(input, excluded[0]!.ref, 'stage');
    const params = {
      stage: message(`choices.stage.${stage}`),
      ids: lines.map(({ ref }) => ref.id),
      rows: excluded.map(({ ref }) => ref.id),
    };
    return {
      ...at,
      cells: [...at.cells, ...lines.flatMap(({ ref }) => atRow(input, ref, 'stage').cells)],
      severity: 'warn' as const,
      message: message('rules.stages-complete.one-sided', params),
      settle: message('rules.stages-complete.settle-one-sided'),
    };
  });
}

/** What is alike on both sides may be left out, but not without a word. */
function identical(input: RuleInput): readonly Verdict[] {
  const said = answer(input, 'identicalLeftOut');
  if (said === null) return [unanswered(input, 'identicalLeftOut')];
  const listed = input.case.exclusions.some((row) => sidesOf(row)?.length === 2);
  if (said === 'no' || listed) return [];
  return [
    {
      ...atField(input, 'identicalLeftOut'),
      severity: 'warn',
      message: message('rules.stages-complete.not-listed'),
      settle: message('rules.stages-complete.settle-listed'),
    },
  ];
}
