import type { InventoryLine } from '../../../case/types';
import { groupBy } from '../../../calculation/unitsOutside';
import { message } from '../../../message';
import { atCase, atColumn } from '../at';
import { linesBySegment } from '../linesBySegment';
import type { Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';

/** A side told in two lines against one told in twenty compares what was looked for, not what there is. */
export const sameDetail: Rule = {
  id: 'same-detail',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source:
    'ICCA/WBCSD Addressing the Avoided Emissions Challenge (2017), 3.2: the assessed product and its comparator at the same level of detail; the ratio of lines is the profile’s threshold `detailRatio`',
  check: (input) => {
    const most = threshold(input, 'detailRatio').toNumber();
    const all = comparisons(input).filter(({ fewer }) => fewer > 0);
    if (all.length === 0) return [nothingInCommon];
    const unlike = all.filter(({ fewer, more }) => more > most * fewer);
    const [worst] = unlike.sort((one, other) => other.more * one.fewer - one.more * other.fewer);
    return worst ? [coarse(input, worst)] : [];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    { name: 'nothing-bought', sample: 'service', changes: [], says: 'passes' },
    {
      name: 'coarse',
      sample: 'service',
      changes: [],
      with: ['P7', 'P8', 'P9', 'P10', 'P11', 'P12', 'P13'].map((id) => ({
        table: 'KmcProduct' as const,
        values: pump(id),
      })),
      says: 'warn',
      at: { table: 'KmcBaseline', row: 'B1', column: 'process' },
    },
  ],
};

/** A small line more of the service in use. */
function pump(id: string) {
  const stated = { id, stage: 'use', process: 'ポンプ', flow: 'input', inCity: 0, amount: 1, unit: 'kWh' };
  return {
    ...stated,
    per: 'functional-unit',
    factorId: 'jp.el.FY2024.national',
    evidence: 'E9',
    year: 2025,
    region: 'JP',
  };
}

const nothingInCommon: Verdict = {
  ...atCase,
  severity: 'unknown',
  message: message('rules.same-detail.no-common'),
};

interface Comparison {
  readonly side: 'KmcBaseline' | 'KmcProduct';
  readonly fewer: number;
  readonly more: number;
  /** Of the side told in fewer lines. */
  readonly lines: readonly InventoryLine[];
}

/** Each product of the baseline beside the product, in each segment, in the stages that both tell of. */
function comparisons(input: RuleInput): readonly Comparison[] {
  const product = linesBySegment(input, input.case.product.lines);
  return [...linesBySegment(input, input.case.baseline.lines)].flatMap(([segment, lines]) =>
    variantsOf(lines).map((own) => compared(own, product.get(segment) ?? [])),
  );
}

/** The lines of each product a baseline is mixed from, with those of all of them. */
function variantsOf(lines: readonly InventoryLine[]): readonly (readonly InventoryLine[])[] {
  const own = groupBy(lines, ({ variant }) => variant);
  const common = own.get(null) ?? [];
  own.delete(null);
  return own.size === 0 ? [common] : [...own.values()].map((variant) => [...variant, ...common]);
}

function compared(baseline: readonly InventoryLine[], product: readonly InventoryLine[]): Comparison {
  const [of, made] = [inStagesOf(baseline, product), inStagesOf(product, baseline)];
  return of.length < made.length
    ? { side: 'KmcBaseline', fewer: of.length, more: made.length, lines: of }
    : { side: 'KmcProduct', fewer: made.length, more: of.length, lines: made };
}

function inStagesOf(lines: readonly InventoryLine[], other: readonly InventoryLine[]): readonly InventoryLine[] {
  const stages = new Set(other.map(({ stage }) => stage));
  return lines.filter(({ stage }) => stages.has(stage));
}

const coarse = (input: RuleInput, { side, fewer, more, lines }: Comparison): Verdict => ({
  ...atColumn(
    input,
    side,
    'process',
    lines.map(({ ref }) => ref),
  ),
  message: message('rules.same-detail.coarse', {
    side: message(`template.sheets.${side === 'KmcBaseline' ? 'baseline' : 'product'}`),
    fewer,
    more,
  }),
});
