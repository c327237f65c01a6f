import { message } from '../../../message';
import { parseUnit } from '../../../quantity/parseUnit';
import { Decimal } from '../../../quantity/decimal';
import { atColumn } from '../at';
import { bothSides } from '../judges';
import type { Rule } from '../rule';
import { threshold } from '../threshold';
import { byFactor, factorName, shareOf, usedLines, type UsedLine } from '../usedLines';

/** Emissions per amount of money say little of one product: how much rests on them is shown. */
export const ioFactors: Rule = {
  id: 'io-factors',
  criterion: 'A2',
  severity: 'warn',
  basis: 'framework',
  source: 'PCAF (2025): no avoided emissions from economic intensities such as input–output models',
  judges: bothSides,
  check: (input) => {
    const lines = usedLines(input);
    const priced = lines.filter(isPriced);
    if (priced.length === 0) return [];
    const factors = [...byFactor(priced).keys()];
    const names = factors.length > 0 ? factors.map(factorName) : priced.map(({ line }) => line.ref.id);
    const percent = shareOf(priced, lines) ?? message('rules.io-factors.unknown-share');
    const params = { count: priced.length, factors: names, percent };
    const at = atColumn(
      input,
      'KmcFactors',
      'unit',
      factors.map(({ ref }) => ref),
    );
    const small = typeof percent === 'string' && new Decimal(percent).lessThan(threshold(input, 'pricedShare'));
    return [{ ...at, severity: small ? 'info' : 'warn', message: message('rules.io-factors.used', params) }];
  },
  examples: [
    { name: 'none', sample: 'led-lighting', changes: [], says: 'passes' },
    { name: 'hardly', sample: 'service', changes: [], says: 'info' },
    {
      name: 'used',
      sample: 'radar',
      changes: [],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'x.electronics', column: 'unit' },
    },
  ],
};

function isPriced({ line: { factorUnit } }: UsedLine): boolean {
  const unit = factorUnit === null ? null : parseUnit(factorUnit);
  return unit?.ok === true && Object.keys(unit.value.dimension).some((base) => base.startsWith('money'));
}
