import type { CaseContent } from '../src/core/template/content';
import { exampleNamed } from '../src/core/template/examples/registry';

/**
 * The photovoltaics example with `count` inventory lines, half on each side, over fifty factors; the product needs half of each amount.
 * @param typed factors typed into the lines, so that the workbook can be read without being calculated first
 */
export function caseOfLines(count: number, typed: boolean): CaseContent {
  const { content } = exampleNamed('photovoltaics');
  const factors = Array.from({ length: 50 }, (_, index) => ({
    ...content.tables.KmcFactors![0]!,
    id: `F${index}`,
    value: 0.1 + index / 100,
    unit: 'kg-CO2e/kWh',
  }));
  const template = content.tables.KmcProduct![0]!;
  const lines = (prefix: string, share: number) =>
    Array.from({ length: Math.floor(count / 2) }, (_, index) => ({
      ...template,
      id: `${prefix}${index}`,
      amount: share * (1 + (index % 97) / 8),
      unit: 'kWh',
      factorId: `F${index % 50}`,
      ...(typed ? { factor: 0.1 + (index % 50) / 100, factorUnit: 'kg-CO2e/kWh' } : {}),
    }));
  return {
    ...content,
    tables: { ...content.tables, KmcFactors: factors, KmcBaseline: lines('B', 1), KmcProduct: lines('P', 0.5) },
  };
}
