import type { Factor } from '../../../case/types';
import { message } from '../../../message';
import { atColumn } from '../at';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { attributeOf, byFactor, factorName, usedLines } from '../usedLines';

/** A factor that counts the chimney alone beside one that counts the whole chain leaves part of one side out. */
export const boundaryMismatch: Rule = {
  id: 'boundary-mismatch',
  criterion: 'A2',
  severity: 'warn',
  basis: 'framework',
  source:
    'ISO 14044 4.2.3.3 and 4.5.3.4: system boundary and its consistency; the factors of Japan’s reporting law (SHK) are direct only',
  judges: bothSides,
  check: (input) => {
    const factors = inputFactors(input);
    const of = (boundary: string | null): readonly Factor[] =>
      factors.filter((factor) => attributeOf(factor, 'boundary') === boundary);
    return [...notStatedOf(input, of(null)), ...mixed(input, of('direct'), of('with-upstream'))];
  },
  examples: [
    { name: 'one-boundary', sample: 'water-heater', changes: [], says: 'passes' },
    { name: 'direct-beside-upstream', sample: 'radar', changes: [], says: 'warn' },
    {
      name: 'not-stated',
      sample: 'water-heater',
      changes: [{ table: 'KmcFactors', row: 'city-gas.printed', column: 'boundary', value: null }],
      says: 'unknown',
      at: { table: 'KmcFactors', row: 'city-gas.printed', column: 'boundary' },
    },
  ],
};

/** Masses of gas, biogenic flows and credits have no upstream of their own. */
function inputFactors(input: RuleInput): readonly Factor[] {
  const lines = usedLines(input).filter(({ line }) => line.flow === 'input');
  return [...byFactor(lines).keys()].filter((factor) => attributeOf(factor, 'gwp') === null);
}

const rows = (factors: readonly Factor[]) => factors.map(({ ref }) => ref);

function notStatedOf(input: RuleInput, factors: readonly Factor[]): readonly Verdict[] {
  if (factors.length === 0) return [];
  return [
    {
      ...atColumn(input, 'KmcFactors', 'boundary', rows(factors)),
      severity: 'unknown',
      message: message('rules.boundary-mismatch.not-stated', { factors: factors.map(factorName) }),
      settle: message('rules.boundary-mismatch.settle-stated'),
    },
  ];
}

function mixed(input: RuleInput, direct: readonly Factor[], upstream: readonly Factor[]): readonly Verdict[] {
  if (direct.length === 0 || upstream.length === 0) return [];
  const params = { direct: direct.map(factorName), count: upstream.length };
  // Beside what is not stated this is a second thing, so it stands for the table.
  return [
    {
      subject: { table: 'KmcFactors', rowId: null, column: null, place: null },
      cells: atColumn(input, 'KmcFactors', 'boundary', rows(direct)).cells,
      message: message('rules.boundary-mismatch.mixed', params),
    },
  ];
}
