import type { CaseContent } from '../../src/core/template/content';
import { exampleNamed } from '../../src/core/template/examples/registry';

/**
 * The photovoltaic system with something of everything, small enough to be worked out by hand:
 * per kWh 550 g from the grid, 45.5 g from the system, 0.02 kWh × 550 g = 11 g of side effects: 493.5 g less.
 */
export function manySided(): CaseContent {
  const { fields, tables } = exampleNamed('photovoltaics').content;
  const [baseline] = tables.KmcBaseline!;
  const [sold] = tables.KmcSales!;
  const [partner] = tables.KmcContribution!;
  return {
    fields,
    tables: {
      ...tables,
      KmcBaseline: [{ ...baseline, distribution: 'uniform', low: 0.9, high: 1.1 }],
      KmcSideEffects: [{ ...baseline, id: 'SE1', amount: 0.02, process: { en: 'Back-up', ja: '予備電源' } }],
      KmcYears: [
        { id: 'Y0', age: 0, survival: 1, use: 1 },
        { id: 'Y1', age: 1, survival: 0.5, use: 1 },
      ],
      KmcSales: [
        { ...sold, id: 'S0', period: 2024, units: 2 },
        sold!,
        { ...sold, id: 'S2', period: 2026, units: 3, status: 'planned' },
        { ...sold, id: 'S3', period: 2027, units: 10, status: 'potential' },
      ],
      KmcContribution: [
        { ...partner, method: 'agreed-share', share: 0.6 },
        {
          ...partner,
          id: 'C2',
          partner: { en: 'Partner', ja: '提携先' },
          inCity: 'out',
          method: 'agreed-share',
          share: 0.4,
        },
      ],
      KmcVariations: [
        {
          id: 'V1',
          name: { en: 'Twice the service', ja: '2倍の提供' },
          table: 'KmcBaseline',
          row: 'B1',
          column: 'amount',
          value: 2,
        },
      ],
    },
  };
}
