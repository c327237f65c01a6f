import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Decimal } from '../../src/core/quantity/decimal';
import { EXAMPLES } from '../../src/core/template/examples/registry';
import { judge, type Judgement } from './judge';
import { plainOfContent } from './plainContent';

/** Digits after the point to which the expectations are written out. */
const DIGITS = 30;

const shortened = (value: unknown): unknown => {
  if (typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value))
    return new (Decimal.clone({ precision: 80 }))(value).toDecimalPlaces(DIGITS).toFixed();
  if (Array.isArray(value)) return value.map(shortened);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shortened(inner)]));
};

function figuresOf(judgement: Judgement): unknown {
  const { stages, segments } = judgement;
  if ('blocked' in stages || 'blocked' in segments) throw new Error(JSON.stringify({ stages, segments }));
  const exact = (value: Judgement['avoided']) => ('exact' in value ? value.exact : null);
  const known = (value: string | { blocked: string }) => (typeof value === 'string' ? value : null);
  return shortened({
    reductionPerUnit: exact(judgement.reductionPerUnit),
    avoided: exact(judgement.avoided),
    contributionRate: known(judgement.contributionRate),
    unitsOutside: known(judgement.unitsOutside),
    readings: {
      allStages: known(judgement.readings['all-stages']),
      outsideShare: known(judgement.readings['outside-share']),
    },
    stages: Object.entries(stages as Record<string, [string, string]>).map(([stage, [baseline, product]]) => ({
      stage,
      baseline,
      product,
    })),
    segments: segments.length > 1 ? segments : undefined,
  });
}

interface Expected {
  readonly reductionPerUnit: { readonly value: string };
  readonly avoided: { readonly value: string };
  readonly contributionRate: string;
  readonly unitsOutside: string;
  readonly readings?: Readonly<Record<'allStages' | 'outsideShare', string | null>>;
  readonly stages: readonly Readonly<Record<'stage' | 'baseline' | 'product' | 'reduction', string>>[];
  readonly segments?: readonly object[];
}

function stated({
  reductionPerUnit,
  avoided,
  contributionRate,
  unitsOutside,
  readings,
  stages,
  segments,
}: Expected): unknown {
  return shortened({
    reductionPerUnit: reductionPerUnit.value,
    avoided: avoided.value,
    contributionRate,
    unitsOutside,
    readings,
    stages: stages.map(({ stage, baseline, product }) => ({ stage, baseline, product })),
    segments,
  });
}

/** `broken` must give no number, so there is none to work out. */
const examples = EXAMPLES.filter(({ name }) => name !== 'broken');

describe('the expected figures of the samples', () => {
  const judged = judge(examples.map(({ content }) => plainOfContent(content)));

  it.each(examples.map(({ name }, index) => [name, index] as const))(
    '%s, in exact fractions from its inputs',
    (name, index) => {
      const file = path.join(__dirname, '../cases', name, 'expected.json');
      expect(stated(JSON.parse(readFileSync(file, 'utf8')) as Expected)).toEqual(figuresOf(judged[index]!));
    },
  );
});
