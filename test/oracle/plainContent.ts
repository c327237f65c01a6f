import type { CaseContent, CellContent, FieldContent, RowContent } from '../../src/core/template/content';
import type { TableName } from '../../src/core/template/types';
import type { PlainCase, PlainField } from './plainCase';

type Cell = string | null;

/** A cell as an English workbook holds it; numbers by their shortest text. */
function plain(content: CellContent | undefined): Cell {
  if (content === undefined) return null;
  if (typeof content === 'object') {
    if ('formula' in content) throw new Error(`a formula has no value of its own: ${content.formula}`);
    return 'raw' in content ? plain(content.raw) : content.en;
  }
  return String(content);
}

function plainField({ value, unit }: FieldContent): PlainField {
  const own = plain(unit);
  const stated = typeof value === 'number' ? { number: String(value) } : { text: plain(value) ?? undefined };
  return own === null ? stated : { ...stated, unit: own };
}

/** A row as an English workbook holds it. */
export const plainRow = (row: RowContent): Record<string, Cell> =>
  Object.fromEntries(Object.entries(row).map(([key, content]) => [key, plain(content)]));

/** Cells the judge asks of every row, blank where the example leaves them out. */
const BLANK = {
  lines: ['variant', 'segment', 'inCity', 'amount', 'unit', 'factorId', 'factor', 'factorUnit'],
  sales: ['segment', 'returns', 'unit', 'units', 'inCity', 'period', 'status'],
  segments: [
    'functionalUnitsPerUnit',
    'productService',
    'baselineService',
    'serviceUnit',
    'productServiceYears',
    'baselineServiceYears',
  ],
  mix: ['segment', 'share', 'fromYear', 'toYear', 'service', 'serviceUnit', 'serviceYears'],
  ages: ['segment'],
} as const;

const filled = (rows: readonly Record<string, Cell>[], keys: readonly string[]) =>
  rows.map((row) => ({ ...Object.fromEntries(keys.map((key) => [key, null])), ...row }));

/** Numerator ÷ denominator where both are stated, else the share as typed; the unallocated whole is 1. */
function shareOf({ numerator, denominator, share, method }: Record<string, Cell>): Cell {
  if (numerator != null && denominator != null) return `${numerator}/${denominator}`;
  return share ?? (method === 'unallocated' ? '1' : null);
}

/**
 * An example as its author lists it, for the second implementation: lines with the value of the factor they name, shares as fractions.
 * Nothing is read or calculated by the product.
 */
export function plainOfContent({ fields, tables }: CaseContent): PlainCase {
  const rows = (table: TableName) => (tables[table] ?? []).map(plainRow);
  const factors = new Map(rows('KmcFactors').map((factor) => [factor['id'], factor]));
  const lines = (table: TableName) =>
    filled(rows(table), BLANK.lines).map((line): Record<string, Cell> => {
      const named = factors.get(line['factorId']!);
      return { ...line, factor: named?.['value'] ?? null, factorUnit: named?.['unit'] ?? null };
    });
  return {
    fields: Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, plainField(field)])),
    baseline: lines('KmcBaseline'),
    product: lines('KmcProduct'),
    sideEffects: lines('KmcSideEffects'),
    sales: filled(rows('KmcSales'), BLANK.sales),
    contribution: rows('KmcContribution').map((row) => ({ ...row, share: shareOf(row) })),
    segments: filled(rows('KmcSegments'), BLANK.segments),
    mix: filled(rows('KmcMix'), BLANK.mix),
    ages: filled(rows('KmcYears'), BLANK.ages),
    factorPaths: rows('KmcFactorPaths'),
  };
}
