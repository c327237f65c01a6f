import type { Factor, InventoryLine } from '../../../case/types';
import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { atRow, atRows } from '../at';
import type { Rule, RuleInput, Verdict } from '../rule';
import { byFactor, factorName, usedLines, type UsedLine } from '../usedLines';

/** A flow that both scenarios have is counted by one factor of one version: else the reduction is a change of tables. */
export const sameFactorVersion: Rule = {
  id: 'same-factor-version',
  criterion: 'A2',
  severity: 'block',
  basis: 'framework',
  source: 'ISO 14044 4.5.3.4: consistency of data between the systems compared',
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
  ['nameJa', 'region', 'gridKind', 'boundary', 'gases', 'heatBasis'].map((key) => text(attributes[key])).join('|');

const sidesOf = (lines: readonly UsedLine[]) =>
  new Set(lines.map(({ side }) => (side === 'baseline' ? side : 'product')));

/** Versions of one figure of which one side uses one, the other another. */
function versionsOfOne(input: RuleInput): readonly Verdict[] {
  const figures = new Map<string, (readonly [Factor, readonly UsedLine[]])[]>();
  for (const [factor, lines] of byFactor(usedLines(input))) {
    if (!factor.attributes['nameJa']) continue;
    const figure = figureOf(factor);
    figures.set(figure, [...(figures.get(figure) ?? []), [factor, lines]]);
  }
  return [...figures.values()].flatMap((versions) => {
    const [first, ...others] = versions.map(([, lines]) => [...sidesOf(lines)].sort().join());
    if (first === undefined || others.every((sides) => sides === first)) return [];
    const factors = versions.map(([factor]) => factor);
    const params = { factors: factors.map((factor) => `${factorName(factor)} ${factor.attributes['version'] ?? ''}`) };
    const at = atRows(
      input,
      factors.map(({ ref }) => ref),
      'version',
    );
    return [{ ...at, message: message('rules.same-factor-version.versions', params) }];
  });
}

/** A process by the name, stage, place and segment that both sides give it. */
const processOf = ({ process, stage, region, unit }: InventoryLine): string =>
  [process, stage, region, unit].map(text).join('|');

/** Lines of one name on both sides whose factors differ: meant or not, it is to be said. */
function processesApart(input: RuleInput): readonly Verdict[] {
  const baseline = new Map<string, Set<string>>();
  const used = usedLines(input);
  for (const { side, line } of used) {
    if (side !== 'baseline' || line.process === null) continue;
    const process = processOf(line);
    baseline.set(process, (baseline.get(process) ?? new Set()).add(factorKey(line)));
  }
  return used.flatMap(({ side, line }) => {
    const factors = side === 'product' ? baseline.get(processOf(line)) : undefined;
    if (!factors || factors.has(factorKey(line))) return [];
    const params = { id: line.ref.id, process: line.process ?? '', factor: factorKey(line), others: [...factors] };
    const said = message('rules.same-factor-version.process', params);
    return [{ ...atRow(input, line.ref, 'factorId', 'factor'), severity: 'warn' as const, message: said }];
  });
}

const factorKey = ({ factorId, factor, factorUnit }: InventoryLine): string =>
  factorId ?? `${factor?.toString() ?? ''} ${factorUnit ?? ''}`;
