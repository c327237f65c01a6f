import { Decimal } from '../../quantity/decimal';
import type { ReportContext } from '../context';
import type { Section } from '../document';
import { certifiedNumbers } from '../sections/cover';
import { perUnit } from '../sections/results';
import { bases, stated } from './parts';

/** Both products side by side over the five stages that the brand names. */
export function brand(context: ReportContext): readonly Section[] {
  const { own } = context;
  return [
    {
      id: 'products',
      title: own('uses.brand.products'),
      blocks: [
        {
          kind: 'facts',
          rows: stated(context, [
            'applicant',
            'citySite',
            'siteRole',
            'productName',
            'productModel',
            'baselineDescription',
            'functionalUnit',
            'functionalUnitDescription',
          ]),
        },
      ],
    },
    {
      id: 'comparison',
      title: own('uses.brand.comparison'),
      blocks: [
        ...perUnit(context),
        { kind: 'facts', rows: [{ label: own('uses.brand.share'), value: shareText(context) }] },
        certifiedNumbers(context),
      ],
    },
    bases(context, 'brand', 3),
  ];
}

/** The reduction as a share of the baseline, after rebound and side effects; a baseline of nothing has no share. */
function shareText({ own, outcome }: ReportContext): string {
  const { totals, readings } = outcome.assessment;
  if (!totals || !readings.allStages || totals.baseline.value.isZero()) return own('unknown');
  const share = readings.allStages.dividedBy(totals.baseline.value.abs()).times(100);
  return own('uses.brand.percent', {
    percent: share.toDecimalPlaces(1, Decimal.ROUND_HALF_UP).toFixed(1).replace('-', '−'),
  });
}
