import { Decimal } from '../../quantity/decimal';
import { normaliseText } from '../../quantity/normalise';
import type { ReferenceFactor } from '../../reference/factor';
import { searchFactors } from '../../reference/searchFactors';
import { defineFunction } from '../defineFunction';
import { optional, period, text } from '../parameters';
import { numberResult } from '../results';
import type { ScalarResult } from '../types';

const LIMIT = 50;
const TOTAL = 'Σ';

/**
 * Built-in reference factors that match a text, best first: id, Japanese name, English name, value, unit, region, year, source.
 * At most 50; the last row is Σ and how many match in all, so that a cut list shows that it is cut.
 */
export const FACTOR_SEARCH = defineFunction({
  id: 'FACTOR_SEARCH',
  parameters: { text: text(), region: optional(text()), year: optional(period()) },
  result: 'matrix',
  helpValues: { limit: LIMIT },
  examples: [
    {
      formula: '=KMC.FACTOR_SEARCH("jp.el.FY2024.national","JP")',
      value: [
        [
          'jp.el.FY2024.national',
          '電気 全国平均係数',
          'Electricity, national average',
          0.000423,
          't-CO2/kWh',
          'JP',
          2025,
          '電気事業者別排出係数(特定排出者の温室効果ガス排出量算定用)(OpenGreenTrack による PDF の文字起こし)',
        ],
        ['Σ', '', '', 1, '', '', '', ''],
      ],
    },
  ],
  evaluate: ({ text, region, year }) => {
    const { matches, total } = searchFactors({
      text,
      region: region === null ? undefined : normaliseText(region).toUpperCase(),
      year: year ?? undefined,
      limit: LIMIT,
    });
    return [...matches.map(row), [TOTAL, '', '', total, '', '', '', '']];
  },
});

/** The year of the activity the source names the figure for, else the year measured. */
function row({
  id,
  nameJa,
  nameEn,
  value,
  unit,
  region,
  activityYear,
  resultYear,
  sourceTitle,
}: ReferenceFactor): ScalarResult[] {
  return [
    id,
    nameJa,
    nameEn,
    numberResult(new Decimal(value)),
    unit,
    region,
    activityYear ?? resultYear ?? '',
    sourceTitle,
  ];
}
