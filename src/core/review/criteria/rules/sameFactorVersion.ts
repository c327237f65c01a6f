import type { Factor, InventoryLine } from '../../../case/types';
import { message } from '../../../message';
import { groupBy } from '../../../calculation/unitsOutside';
import { normaliseText } from '../../../quantity/normalise';
import { atRow, atRows } from '../at';
import { nameOf } from '../likeLines';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { byFactor, factorName, usedLines, type UsedLine } from '../usedLines';

/** A flow that both scenarios have is counted by one factor of one version: else the reduction is a change of tables. */
export const sameFactorVersion: Rule = {
  id: 'same-factor-version',
  criterion: 'A2',
  severity: 'block',
  basis: 'framework',
  source: 'ISO 14044 4.5.3.4: consistency of data between the systems compared',
  judges: bothSides,
  check: (input) => [...versionsOfOne(input), ...processesApart(input)],
  examples: [
    { name: 'as-is', sample: 'heat-pump', changes: [], says: 'passes' },
    {
      name: 'two-versions',
      sample: 'service',
      changes: [
        { table: 'KmcProduct', row: 'P1', column: 'factorId', value: 'el.2023' },
        { table: 'KmcProduct', row: 'P3', column: 'factorId', value: 'el.2023' },
        { table: 'KmcSideEffects', row: 'W1', column: 'factorId', value: 'el.2023' },
      ],
      with: [
        {
          table: 'KmcFactors',
          values: {
            id: 'el.2023',
            nameJa: '電気 全国平均係数',
            value: 0.000421,
            unit: 't-CO2/kWh',
            gases: 'CO2',
            gridKind: 'average',
            boundary: 'direct',
            region: 'JP',
            resultYear: '2023',
            source: '例示',
            version: 'R5年度実績',
            licence: '例示',
            redistribution: 'free',
            distribution: 'lognormal',
            u95: 1.1,
          },
        },
      ],
      says: 'block',
      at: { table: 'KmcFactors', row: 'el.2023', column: 'version' },
      alsoChanges: ['boundary-mismatch', 'period', 'sign-robust', 'data-quality', 'line-complete'],
    },
    {
      name: 'one-process-two-factors',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P2', column: 'factorId', value: 'x.aluminium' }],
      says: 'warn',
      at: { table: 'KmcProduct', row: 'P2', column: 'factorId' },
      alsoChanges: ['data-quality', 'line-complete'],
    },
  ],
};

const text = (value: string | null | undefined): string => normaliseText(value ?? '').toLowerCase();

/** One figure by name, place and kind; value, year and version are what may differ. */
const figureOf = ({ attributes }: Factor): string =>
  [
    attributes['nameJa'] ?? attributes['nameEn'],
    ...['region', 'gridKind', 'boundary', 'gases', 'heatBasis'].map((key) => attributes[key]),
  ]
    .map(text)
    .join('|');

const sidesOf = (lines: readonly UsedLine[]) =>
  new Set(lines.map(({ side }) => (side === 'baseline' ? side : 'product')));

/** Versions of one figure of which one side uses one, the other another. */
function versionsOfOne(input: RuleInput): readonly Verdict[] {
  const figures = new Map<string, (readonly [Factor, readonly UsedLine[]])[]>();
  for (const [factor, lines] of byFactor(usedLines(input))) {
    if (!(factor.attributes['nameJa'] ?? factor.attributes['nameEn'])) continue;
    const figure = figureOf(factor);
    figures.set(figure, [...(figures.get(figure) ?? []), [factor, lines]]);
  }
  return [...figures.values()].flatMap((versions) => {
    const [first, ...others] = versions.map(([, lines]) => [...sidesOf(lines)].sort().join());
    if (first === undefined || others.every((sides) => sides === first)) return [];
    const factors = versions.map(([factor]) => factor);
    const params = {
      factors: factors.map((factor) =>
        message('rules.same-factor-version.one', {
          factor: factorName(factor),
          version: factor.attributes['version'] ?? '',
        }),
      ),
    };
    const at = atRows(
      input,
      factors.map(({ ref }) => ref),
      'version',
    );
    return [{ ...at, message: message('rules.same-factor-version.versions', params) }];
  });
}

/** A process by the name, stage, place and unit that lines give it; figures in its name tell no other process. */
const keyOf = ({ process, stage, region, unit }: InventoryLine): string =>
  JSON.stringify([nameOf(process ?? ''), stage, text(region), text(unit)]);

/** Lines of one process whose factor no other of them uses, where the others have one: meant or not, it is to be said. */
function processesApart(input: RuleInput): readonly Verdict[] {
  const lines = usedLines(input).filter(({ line }) => line.process !== null && factorKey(line) !== ' ');
  return [...groupBy(lines, ({ line }) => keyOf(line)).values()].flatMap((like) => oddFactors(input, like));
}

function oddFactors(input: RuleInput, like: readonly UsedLine[]): readonly Verdict[] {
  const byFactorKey = groupBy(like, ({ line }) => factorKey(line));
  if (byFactorKey.size < 2) return [];
  const first = [...byFactorKey].slice(0, MOST_BESIDE + 1);
  return like.filter(oddIn(like)).map(({ line }) => {
    const others = first.filter(([key]) => key !== factorKey(line));
    const params = {
      id: line.ref.id,
      process: line.process ?? '',
      factor: factorKey(line),
      others: others.map(([key]) => key),
    };
    const at = atRow(input, line.ref, 'factorId', 'factor');
    const beside = others.flatMap(([, lines]) => lines.slice(0, MOST_BESIDE)).map((used) => used.line.ref);
    const cells = [...at.cells, ...beside.flatMap((ref) => atRow(input, ref, 'factorId').cells)];
    const said = message('rules.same-factor-version.process', params);
    return { ...at, cells, severity: 'warn' as const, message: said };
  });
}

/** Other factors named beside the odd one, and lines shown of each. */
const MOST_BESIDE = 3;

/** What the product counts by a factor that the baseline does not use, or one list by a factor of which no other list knows. */
function oddIn(like: readonly UsedLine[]): (used: UsedLine) => boolean {
  const factorsOf = (lines: readonly UsedLine[]) => new Set(lines.map(({ line }) => factorKey(line)));
  const baseline = factorsOf(like.filter(({ side }) => side === 'baseline'));
  const lists = groupBy(like, listOf);
  const [first] = lists.keys();
  const timesUsed = new Map<string, number>();
  for (const lines of lists.values())
    for (const key of factorsOf(lines)) timesUsed.set(key, (timesUsed.get(key) ?? 0) + 1);
  const sides = new Set(like.map(({ side }) => side));
  return (used) => {
    const key = factorKey(used.line);
    if (used.side !== 'baseline' && baseline.size > 0 && !baseline.has(key)) return true;
    if (timesUsed.get(key) !== 1) return false;
    return lists.size > 2 || (lists.size === 2 && sides.size === 1 && listOf(used) !== first);
  };
}

const listOf = ({ side, line: { segment, variant } }: UsedLine): string => JSON.stringify([side, segment, variant]);

const factorKey = ({ factorId, factor, factorUnit }: InventoryLine): string =>
  factorId ?? `${factor?.toString() ?? ''} ${factorUnit ?? ''}`;
