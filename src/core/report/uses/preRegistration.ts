import type { ReportContext } from '../context';
import type { Section } from '../document';
import { certifiedNumbers } from '../sections/cover';
import { bases, stated } from './parts';

/** What a pre-registration is likely to ask for, ready to be copied into the city's form. */
export function preRegistration(context: ReportContext): readonly Section[] {
  const { own } = context;
  return [
    {
      id: 'applicant',
      title: own('uses.preRegistration.applicant'),
      blocks: [
        {
          kind: 'facts',
          rows: stated(context, [
            'addressee',
            'submissionDate',
            'applicant',
            'applicantAddress',
            'representative',
            'citySite',
            'siteRole',
            'contact',
          ]),
        },
      ],
    },
    {
      id: 'product',
      title: own('uses.preRegistration.product'),
      blocks: [
        {
          kind: 'facts',
          rows: stated(context, [
            'productName',
            'productModel',
            'contributionType',
            'contributionDescription',
            'functionalUnit',
            'functionalUnitDescription',
            'baselineDescription',
            'fiscalYear',
          ]),
        },
        certifiedNumbers(context),
      ],
    },
    bases(context, 'preRegistration', 3),
  ];
}
