import type { Factor } from '../../../case/types';
import { message } from '../../../message';
import { normaliseText } from '../../../quantity/normalise';
import { atColumn } from '../at';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
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
  judges: bothSides,
  check: (input) => {
    const factors = [...byFactor(usedLines(input)).keys()];
    return [
      ...unknownTerms(
        input,
        factors.filter((factor) => attributeOf(factor, 'redistribution') === null),
      ),
      ...masked(input, factors.filter(isForbidden)),
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

const unknownTerms = (input: RuleInput, factors: readonly Factor[]): readonly Verdict[] =>
  together(input, factors, 'not-stated').map((said) => ({ ...said, severity: 'warn' }));

/** A database is masked as a whole, so that its factors are told together. */
const masked = (input: RuleInput, factors: readonly Factor[]): readonly Verdict[] =>
  together(input, factors, 'masked').map((said) => ({ ...said, severity: 'info' }));

function together(input: RuleInput, factors: readonly Factor[], code: 'not-stated' | 'masked'): readonly Verdict[] {
  if (factors.length === 0) return [];
  const rows = factors.map(({ ref }) => ref);
  const said = message(`rules.factor-licence.${code}`, { factors: factors.map(factorName) });
  return [{ ...atColumn(input, 'KmcFactors', 'redistribution', rows), message: said }];
}
