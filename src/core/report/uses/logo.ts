import type { ReportContext } from '../context';
import { body, type Section } from '../document';
import { certifiedNumbers } from '../sections/cover';
import { bases, stated } from './parts';

const CHECKS = ['certified', 'conditions', 'numbers', 'context', 'claims', 'netting', 'sharing', 'period'] as const;

/** What to check before the logo is used; what stands in the conditions themselves has to be asked for. */
export function logo(context: ReportContext): readonly Section[] {
  const { own } = context;
  const rows = CHECKS.map((key) =>
    body([own('uses.logo.box'), own(`uses.logo.checks.${key}`), own(`uses.logo.grounds.${key}`)]),
  );
  const columns = ['done', 'check', 'ground'].map((key, index) => ({
    header: own(`uses.logo.columns.${key}`),
    align: 'left' as const,
    width: [8, 62, 30][index]!,
  }));
  return [
    {
      id: 'numbers',
      title: own('uses.logo.numbers'),
      blocks: [
        certifiedNumbers(context),
        {
          kind: 'facts',
          rows: stated(context, [
            'productName',
            'functionalUnit',
            'functionalUnitDescription',
            'baselineDescription',
            'fiscalYear',
          ]),
        },
      ],
    },
    { id: 'checks', title: own('uses.logo.list'), blocks: [{ kind: 'table', caption: null, columns, rows }] },
    bases(context, 'logo', 2),
  ];
}
