import type { ReportContext } from '../context';
import type { Section } from '../document';
import { avoidedText, bases, stated, toFill } from './parts';

/** Entry for item 5 of article 9 of the ordinance: a measure that helps others, beside the company's own emissions and never taken off them. */
export function ordinance(context: ReportContext): readonly Section[] {
  const { own } = context;
  const entry = [
    { label: own('uses.ordinance.item'), value: own('uses.ordinance.itemText') },
    ...stated(context, [
      'applicant',
      'citySite',
      'productName',
      'contributionType',
      'contributionDescription',
      'fiscalYear',
    ]),
    { label: own('numbers.avoided'), value: avoidedText(context) },
    { label: own('uses.ordinance.relation'), value: own('uses.ordinance.neverNetted') },
    ...toFill(context, ['certificate', 'certifiedOn']),
  ];
  return [
    { id: 'entry', title: own('uses.ordinance.entry'), blocks: [{ kind: 'facts', rows: entry }] },
    bases(context, 'ordinance', 4),
  ];
}
