import type { Factor } from '../../../case/types';
import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { atColumn, atRow } from '../at';
import type { Rule, RuleInput } from '../rule';
import { attributeOf, byFactor, factorName, usedLines } from '../usedLines';

/** What people write where a value may not be passed on. */
const FORBIDDEN = /^(no|none|not allowed|forbidden|prohibited|confidential|不可|禁止|非公開|再配布不可|転載不可)/;

/** Values that may not be passed on stay out of what the public sees. */
export const factorLicence: Rule = {
  id: 'factor-licence',
  criterion: 'G',
  severity: 'warn',
  basis: 'assumption',
  source: 'The licences of the factors’ publishers',
  check: (input) => {
    const factors = [...byFactor(usedLines(input)).keys()];
    return [
      ...unknownTerms(
        input,
        factors.filter((factor) => attributeOf(factor, 'redistribution') === null),
      ),
      ...factors.filter(isForbidden).map((factor) => ({
        ...atRow(input, factor.ref, 'redistribution'),
        severity: 'info' as const,
        message: message('rules.factor-licence.masked', { factor: factorName(factor) }),
      })),
    ];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'not-stated',
      sample: 'radar',
      changes: [{ table: 'KmcFactors', row: 'x.steel', column: 'redistribution', value: null }],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'x.steel', column: 'redistribution' },
    },
    {
      name: 'forbidden',
      sample: 'radar',
      changes: [{ table: 'KmcFactors', row: 'x.steel', column: 'redistribution', value: '再配布不可' }],
      says: 'info',
      at: { table: 'KmcFactors', row: 'x.steel', column: 'redistribution' },
    },
  ],
};

/** @returns whether the publisher lets the value be passed on; also for who makes the public version */
export function isForbidden(factor: Factor): boolean {
  const terms = attributeOf(factor, 'redistribution');
  return terms !== null && FORBIDDEN.test(normaliseText(terms).toLowerCase());
}

function unknownTerms(input: RuleInput, factors: readonly Factor[]) {
  if (factors.length === 0) return [];
  const said = message('rules.factor-licence.not-stated', { factors: factors.map(factorName) });
  return [
    {
      ...atColumn(
        input,
        'KmcFactors',
        'redistribution',
        factors.map(({ ref }) => ref),
      ),
      message: said,
    },
  ];
}
