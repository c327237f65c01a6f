import { message } from '../../../message';
import { atField } from '../at';
import type { Rule } from '../rule';

/** A screening finds out whether it is worth while; it is not a number to make public. */
export const screeningGrade: Rule = {
  id: 'screening-grade',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source: 'ITU-T L.1480 (2022): a tier 3 assessment is not used for public communication',
  check: (input) => {
    const grade = input.case.fields['grade']?.text ?? null;
    if (grade === 'full') return [];
    const at = atField(input, 'grade');
    if (grade === 'screening') return [{ ...at, message: message('rules.screening-grade.draft') }];
    return [{ ...at, severity: 'unknown', message: message('rules.screening-grade.not-stated') }];
  },
  examples: [
    {
      name: 'full',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'grade', column: 'value', value: 'full' }],
      says: 'passes',
    },
    {
      name: 'screening',
      sample: 'radar',
      changes: [],
      says: 'warn',
      at: { table: 'KmcCase', row: 'grade', column: 'value' },
    },
    {
      name: 'not-stated',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'grade', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'grade', column: 'value' },
    },
  ],
};
