import type { TableName } from '../template/types';

/** How rows are numbered where the table has none to follow. */
const FIRST: Readonly<Record<TableName, string>> = {
  KmcCase: '',
  KmcBaseline: 'B',
  KmcProduct: 'P',
  KmcFactors: 'F',
  KmcSales: 'S',
  KmcContribution: 'C',
  KmcEvidence: 'E',
  KmcSegments: 'SG',
  KmcMix: 'M',
  KmcParameters: 'Q',
  KmcExclusions: 'X',
  KmcAllocation: 'A',
  KmcYears: 'Y',
  KmcFactorPaths: 'FP',
  KmcSideEffects: 'SE',
  KmcVariations: 'V',
};

/** Letters and a number that a double still counts by ones. */
const NUMBERED = /^(\p{L}{1,8}[-_]?)(\d{1,12})$/u;

/**
 * Ids for rows to come: after the highest number of the letters that most rows begin with, so that the id of a row that was deleted, and
 * that a decision may still name, does not come back while a later one stands. Leading zeros are kept (`B09`, `B10`).
 * @param taken every id of the table
 * @returns `count` ids, none of them taken
 */
export function nextIds(table: TableName, taken: readonly string[], count: number): readonly string[] {
  const numbered = taken.flatMap((id) => {
    const [, letters, digits] = NUMBERED.exec(id) ?? [];
    return letters === undefined || digits === undefined ? [] : [{ letters, digits }];
  });
  const letters = mostFrequent(numbered.map((one) => one.letters)) ?? FIRST[table];
  const series = numbered.filter((one) => one.letters === letters);
  const highest = Math.max(0, ...series.map(({ digits }) => Number(digits)));
  const width = series.some(({ digits }) => digits.startsWith('0')) ? series[0]!.digits.length : 1;
  return Array.from({ length: count }, (_, index) => `${letters}${String(highest + 1 + index).padStart(width, '0')}`);
}

function mostFrequent(texts: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
