import { SALES_STATUSES } from '../../case/vocabulary';
import { step } from '../steps';
import { evidenceText, orNothing, quantity, wordOf, type ReportContext } from '../context';
import { body, text, type Block, type Section, type TableColumn } from '../document';

/** What was sold where, on which ground the place is known, and what of it counts. */
export function sales(context: ReportContext): Section {
  const { own, outcome } = context;
  const rows = outcome.case.sales;
  const blocks =
    rows.length === 0 ? [text(own('sales.none'), 'warning')] : [table(context), ...counted(context), byStatus(context)];
  return { id: 'sales', title: own('sales.title'), blocks };
}

function table(context: ReportContext): Block {
  const { say, outcome } = context;
  const header = (key: string) => say(`template.columns.KmcSales.${key}`);
  const keys = ['id', 'period', 'place', 'inCity', 'units', 'returns', 'status', 'evidence'] as const;
  const widths = [9, 10, 20, 9, 13, 9, 10, 20];
  const columns = keys.map((key, index): TableColumn => ({
    header: header(key),
    align: key === 'units' || key === 'returns' ? 'right' : 'left',
    width: widths[index]!,
  }));
  const rows = outcome.case.sales.map((row) =>
    body([
      row.segment === null ? row.ref.id : `${row.ref.id}\n(${row.segment})`,
      orNothing(row.period),
      `${orNothing(row.place)}${row.placeBasis === null ? '' : `\n${wordOf(context, 'placeBasis', row.placeBasis)}`}`,
      wordOf(context, 'place', row.inCity),
      quantity(row.units, row.unit),
      quantity(row.returns),
      wordOf(context, 'salesStatus', row.status),
      evidenceText(context, row.evidence),
    ]),
  );
  return { kind: 'table', caption: null, columns, rows };
}

function counted({ own, outcome }: ReportContext): readonly Block[] {
  const { value, unit } = outcome.assessment.unitsOutside;
  return value ? [text(own('sales.counted', { units: `${step(value)} ${unit}` }))] : [];
}

/** Potential, planned and realized sales apart: nothing here may be added. */
function byStatus(context: ReportContext): Block {
  const { own, outcome } = context;
  const order = (status: (typeof SALES_STATUSES)[number]) => SALES_STATUSES.indexOf(status);
  const rows = [...outcome.assessment.sales]
    .sort((one, other) => order(one.status) - order(other.status) || one.year - other.year)
    .map(({ status, year, units, avoided }) =>
      body([
        wordOf(context, 'salesStatus', status),
        String(year),
        step(units),
        avoided ? step(avoided) : own('unknown'),
      ]),
    );
  return {
    kind: 'table',
    caption: own('sales.byStatus'),
    columns: [
      { header: own('sales.status'), align: 'left', width: 1 },
      { header: own('sales.year'), align: 'left', width: 1 },
      { header: own('sales.units'), align: 'right', width: 1 },
      { header: own('sales.avoided'), align: 'right', width: 1 },
    ],
    rows,
  };
}
