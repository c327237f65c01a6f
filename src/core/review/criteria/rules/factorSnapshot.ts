import type { Factor } from '../../../case/types';
import { message } from '../../../message';
import { Decimal } from '../../../quantity/decimal';
import { normaliseText } from '../../../quantity/normalise';
import { allFactors } from '../../../reference/dataset';
import type { ReferenceFactor } from '../../../reference/factor';
import { factorById } from '../../../reference/factorById';
import { atRow } from '../at';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { factorName } from '../usedLines';

/** A factor that bears the id of a built-in figure is that figure, and the newest of its kind. */
export const factorSnapshot: Rule = {
  id: 'factor-snapshot',
  criterion: 'G',
  severity: 'warn',
  basis: 'assumption',
  source:
    'This tool: factors are copied into the workbook with the id of their source; a changed copy still bears its name',
  judges: bothSides,
  check: (input) => input.case.factors.flatMap((factor) => compared(input, factor)),
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'edited',
      sample: 'service',
      changes: [{ table: 'KmcFactors', row: 'jp.el.FY2024.national', column: 'value', value: 0.000422 }],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'jp.el.FY2024.national', column: 'value' },
    },
    {
      name: 'superseded',
      sample: 'radar',
      changes: [],
      with: [
        {
          table: 'KmcFactors',
          values: {
            id: 'jp.el.FY2023.national_average_factor.factor',
            nameJa: '電気 全国平均係数',
            value: 0.000423,
            unit: 't-CO2/kWh',
            region: 'JP',
            source: '環境省',
            version: 'R5年度実績',
            licence: '例示',
            redistribution: 'free',
          },
        },
      ],
      says: 'warn',
    },
  ],
};

function compared(input: RuleInput, factor: Factor): readonly Verdict[] {
  const builtIn = factorById(factor.ref.id);
  if (!builtIn) return [];
  return [...edited(input, factor, builtIn), ...superseded(input, factor, builtIn)];
}

function edited(input: RuleInput, factor: Factor, builtIn: ReferenceFactor): readonly Verdict[] {
  const { value, unit } = factor;
  if (value === null || unit === null) return [];
  if (value.equals(new Decimal(builtIn.value)) && normaliseText(unit) === normaliseText(builtIn.unit)) return [];
  const params = {
    factor: factorName(factor),
    found: `${value.toString()} ${unit}`,
    listed: `${builtIn.value} ${builtIn.unit}`,
  };
  return [{ ...atRow(input, factor.ref, 'value', 'unit'), message: message('rules.factor-snapshot.edited', params) }];
}

/** A newer figure of the same name, place, kind and unit. Sets of warming potentials stand side by side, none replaces another. */
function superseded(input: RuleInput, factor: Factor, builtIn: ReferenceFactor): readonly Verdict[] {
  if (builtIn.family === 'gwp') return [];
  const newest = newestLike(builtIn);
  if (newest.id === builtIn.id) return [];
  const params = {
    factor: factorName(factor),
    newer: newest.id,
    edition: newest.edition ?? String(newest.resultYear ?? ''),
  };
  return [
    {
      ...atRow(input, factor.ref, 'version'),
      message: message('rules.factor-snapshot.superseded', params),
      settle: message('rules.factor-snapshot.settle-superseded'),
    },
  ];
}

const figureOf = ({
  family,
  parameter,
  kind,
  nameJa,
  nameEn,
  region,
  gridKind,
  boundary,
  gases,
  heatBasis,
  unit,
}: ReferenceFactor) =>
  JSON.stringify([family, parameter, kind, nameJa, nameEn, region, gridKind, boundary, gases, heatBasis, unit]);

const yearOf = ({ resultYear, editionYear }: ReferenceFactor): number => resultYear ?? editionYear ?? 0;

let newest: ReadonlyMap<string, ReferenceFactor> | null = null;

function newestLike(factor: ReferenceFactor): ReferenceFactor {
  newest ??= newestOfEach();
  const found = newest.get(figureOf(factor));
  return found && yearOf(found) > yearOf(factor) ? found : factor;
}

function newestOfEach(): ReadonlyMap<string, ReferenceFactor> {
  const byFigure = new Map<string, ReferenceFactor>();
  for (const factor of allFactors()) {
    const known = byFigure.get(figureOf(factor));
    if (!known || yearOf(factor) > yearOf(known)) byFigure.set(figureOf(factor), factor);
  }
  return byFigure;
}
