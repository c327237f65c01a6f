import type { FieldSpec } from './types';

const text = (key: string, group: string, need: FieldSpec['need'] = 'optional'): FieldSpec => ({
  key,
  group,
  kind: 'text',
  need,
});
const choice = (
  key: string,
  group: string,
  choices: NonNullable<FieldSpec['choices']>,
  need: FieldSpec['need'] = 'optional',
): FieldSpec => ({ key, group, kind: 'choice', choices, need });
const number = (key: string, group: string, unit?: string, need: FieldSpec['need'] = 'optional'): FieldSpec => ({
  key,
  group,
  kind: 'number',
  need,
  unit,
});
const quantity = (key: string, group: string, need: FieldSpec['need'] = 'optional', unit?: string): FieldSpec => ({
  key,
  group,
  kind: 'quantity',
  need,
  unit,
});

/**
 * The rows of KmcCase, in the order a new workbook shows them. A field that only a later check reads is here already, so that a
 * workbook filled today need not be filled again.
 */
export const FIELDS: readonly FieldSpec[] = [
  text('templateVersion', 'workbook', 'expected'),
  choice('grade', 'workbook', 'grade'),

  text('addressee', 'applicant'),
  { key: 'submissionDate', group: 'applicant', kind: 'date', need: 'optional' },
  text('applicant', 'applicant', 'expected'),
  text('applicantAddress', 'applicant'),
  text('representative', 'applicant'),
  text('citySite', 'applicant', 'expected'),
  choice('siteRole', 'applicant', 'siteRole', 'expected'),
  text('contact', 'applicant'),

  text('productName', 'product', 'expected'),
  text('productModel', 'product'),
  text('contributionType', 'product', 'expected'),
  text('contributionDescription', 'product', 'expected'),
  text('expandability', 'product'),
  text('expandabilityEvidence', 'product'),
  text('uniqueness', 'product'),
  text('uniquenessEvidence', 'product'),
  text('innovation', 'product'),
  text('innovationEvidence', 'product'),

  quantity('functionalUnit', 'functionalUnit', 'required'),
  text('functionalUnitDescription', 'functionalUnit', 'expected'),
  text('soldUnit', 'functionalUnit', 'expected'),
  number('functionalUnitsPerUnit', 'functionalUnit'),
  quantity('productService', 'functionalUnit'),
  number('productServiceYears', 'functionalUnit', '年'),
  number('baselineFunctionalUnitsPerUnit', 'functionalUnit'),
  quantity('baselineService', 'functionalUnit'),
  number('baselineServiceYears', 'functionalUnit', '年'),
  choice('replacement', 'functionalUnit', 'replacement'),

  choice('baselineType', 'baseline', 'baselineType', 'expected'),
  text('baselineDescription', 'baseline', 'expected'),
  choice('demand', 'baseline', 'demand'),
  choice('regulated', 'baseline', 'yesNo'),
  text('regulation', 'baseline'),
  number('legalMinimum', 'baseline', 'kg-CO2e'),
  text('baselineRegion', 'baseline'),
  text('salesRegion', 'baseline'),
  number('baselineYear', 'baseline'),

  { key: 'fiscalYear', group: 'method', kind: 'period', need: 'required' },
  choice('timeSense', 'method', 'timeSense', 'required'),
  choice('accounting', 'method', 'accounting', 'expected'),
  choice('outsideReading', 'method', 'outsideReading'),
  choice('gwpSet', 'method', 'gwpSet', 'expected'),
  choice('profile', 'method', 'profile'),
  choice('attribution', 'method', 'attribution'),
  choice('coProducts', 'method', 'yesNo', 'expected'),
  choice('identicalLeftOut', 'method', 'yesNo'),
  number('completeness', 'method', '%'),
  text('recyclingMethod', 'method'),
  choice('creditsInside', 'method', 'yesNo'),
  number('rebound', 'method'),
  text('reboundReason', 'method'),
  text('sideEffectsReason', 'method'),
  number('unitsTotal', 'method'),

  choice('reductionUnit', 'output', 'emissionUnit', 'required'),
  number('reductionDigits', 'output', undefined, 'required'),
  number('avoidedDigits', 'output', undefined, 'required'),
  choice('roundingMode', 'output', 'roundingMode', 'required'),

  choice('pedigreeSet', 'uncertainty', 'pedigreeSet'),
  number('uncertaintyRuns', 'uncertainty'),
  number('uncertaintySeed', 'uncertainty'),
  number('sensitivityChange', 'uncertainty', '%'),

  choice('isComponent', 'claims', 'yesNo'),
  text('setProduct', 'claims'),
  choice('componentRoute', 'claims', 'componentRoute'),
  choice('creditsIssued', 'claims', 'yesNo'),
  number('creditsAmount', 'claims', 't-CO2e'),
  choice('netting', 'claims', 'netting'),
  choice('countedElsewhere', 'claims', 'yesNo'),
  text('significantHarm', 'claims'),
  text('claimText', 'claims'),
  choice('earlierPackage', 'claims', 'yesNo'),
  text('restatement', 'claims'),
  choice('confidential', 'claims', 'yesNo'),
];

/** @returns the declaration of a KmcCase field, or `undefined` for a key the template does not know */
export function fieldSpec(key: string): FieldSpec | undefined {
  return FIELDS.find((field) => field.key === key);
}
