import { message } from '../../../message';
import { atField } from '../at';
import type { Rule } from '../rule';

const FIELDS = ['contributionType', 'contributionDescription', 'applicant', 'citySite', 'siteRole'] as const;

/** What the product does outside the city, and who in the city makes it so. */
export const contributionType: Rule = {
  id: 'contribution-type',
  criterion: 'A1',
  severity: 'block',
  basis: 'seed',
  source:
    'Scheme description, certification criterion 1: type of contribution outside the city by an operator in the city',
  check: (input) =>
    FIELDS.filter((key) => !input.case.fields[key]).map((key) => ({
      ...atField(input, key),
      message: message('rules.contribution-type.missing', { item: message(`template.fields.${key}`) }),
    })),
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'no-type',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'contributionType', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'contributionType', column: 'value' },
    },
    {
      name: 'no-site',
      sample: 'service',
      changes: [{ table: 'KmcCase', row: 'citySite', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'citySite', column: 'value' },
    },
  ],
};
