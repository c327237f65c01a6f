import { reported } from '../../../locales/numbers';
import { fieldValue, NOTHING, orNothing, type ReportContext } from '../context';
import { body, type Section } from '../document';
import { timeSense } from '../sections/cover';
import { bases } from './parts';

/** One line as the city's list of certified products has them, for its own table of progress. */
export function register(context: ReportContext): readonly Section[] {
  const { own, outcome } = context;
  const { reductionPerUnit, avoided } = outcome.assessment;
  const year = outcome.case.fields['fiscalYear']?.number;
  const number = ({ value, rounding, unit }: typeof avoided) =>
    value ? `${reported(value, rounding)} ${unit}` : NOTHING;
  const cells = [
    year ? own('uses.year', { year: year.toFixed() }) : NOTHING,
    orNothing(fieldValue(context, 'applicant')),
    orNothing(fieldValue(context, 'citySite')),
    [fieldValue(context, 'productName'), fieldValue(context, 'productModel')].filter((part) => part !== null).join(' '),
    number(reductionPerUnit),
    number(avoided),
    orNothing(timeSense(context)),
  ];
  const columns = ['year', 'company', 'site', 'product', 'reduction', 'avoided', 'sense'].map((key, index) => ({
    header: own(`uses.register.columns.${key}`),
    align: index === 4 || index === 5 ? ('right' as const) : ('left' as const),
    width: [10, 16, 13, 18, 15, 13, 15][index]!,
  }));
  return [
    {
      id: 'line',
      title: own('uses.register.line'),
      blocks: [{ kind: 'table', caption: null, columns, rows: [body(cells)] }],
    },
    bases(context, 'register', 3),
  ];
}
