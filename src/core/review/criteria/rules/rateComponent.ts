import { message } from '../../../message';
import { atField } from '../at';
import { owning } from '../owned';
import type { Rule, RuleInput, Verdict } from '../rule';

/** A part or a material says by which route its contribution is found, and of which set product it is a part. */
export const rateComponent: Rule = {
  id: 'rate-component',
  criterion: 'B2',
  severity: 'block',
  basis: 'framework',
  source:
    'JEITA electronic components, avoided emissions of parts: the direct route or the route by contribution rate; a part’s figure is part of the set product’s and is not added to it',
  retells: owning(['calculation.set-product-missing']),
  check: (input) => {
    const component = input.case.fields['isComponent']?.text ?? null;
    if (component === 'no') return [];
    return component === null ? [notStated(input)] : ofComponent(input);
  },
  examples: [
    { name: 'as-is', sample: 'cement-uses', changes: [], says: 'passes' },
    {
      name: 'no-route',
      sample: 'cement-uses',
      changes: [{ table: 'KmcCase', row: 'componentRoute', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'componentRoute', column: 'value' },
    },
    {
      name: 'no-set-product',
      sample: 'cement-uses',
      changes: [{ table: 'KmcCase', row: 'setProduct', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'setProduct', column: 'value' },
    },
    {
      name: 'not-stated',
      sample: 'cement-uses',
      changes: [{ table: 'KmcCase', row: 'isComponent', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'isComponent', column: 'value' },
    },
  ],
};

const notStated = (input: RuleInput): Verdict => ({
  ...atField(input, 'isComponent'),
  severity: 'unknown',
  message: message('rules.rate-component.not-stated'),
  settle: message('rules.rate-component.settle-component'),
});

function ofComponent(input: RuleInput): readonly Verdict[] {
  const { componentRoute, setProduct } = input.case.fields;
  const verdicts: Verdict[] = [];
  if (!componentRoute)
    verdicts.push({ ...atField(input, 'componentRoute'), message: message('rules.rate-component.no-route') });
  if (!setProduct)
    verdicts.push({ ...atField(input, 'setProduct'), message: message('rules.rate-component.no-set-product') });
  const whole = componentRoute?.text === 'contribution-rate' && input.assessment.attribution === 'unallocated';
  if (whole)
    verdicts.push({
      ...atField(input, 'componentRoute', 'attribution'),
      message: message('rules.rate-component.without-rate'),
    });
  return verdicts;
}
