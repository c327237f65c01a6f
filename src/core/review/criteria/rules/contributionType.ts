import { isBlankField, notStated } from '../answers';
import { blankFields } from '../blank';
import type { Rule } from '../rule';

const FIELDS = ['contributionType', 'contributionDescription', 'applicant', 'citySite', 'siteRole'] as const;

/** What the product does outside the city, and who in the city makes it so. */
export const contributionType: Rule = {
  id: 'contribution-type',
  criterion: 'A1',
  severity: 'block',
  basis: 'seed',
  source:
    'The scheme: certification criterion 1, type of contribution outside the city, by an operator with a site in the city',
  owns: blankFields(...FIELDS),
  check: (input) => FIELDS.filter((key) => isBlankField(input, key)).map((key) => notStated(input, key)),
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
