import { step } from '../steps';
import type { ReportContext } from '../context';
import { body, text, total, type Section } from '../document';

/** When the savings arise: by the year of sale, and by the year of use; both add up to the same. */
export function years({ own, say, outcome }: ReportContext): Section | null {
  const { years: tables, yearsReasons, accounting } = outcome.assessment;
  const title = own('years.title');
  if (!tables)
    return yearsReasons.length === 0
      ? null
      : { id: 'years', title, blocks: yearsReasons.map((reason) => text(say(reason), 'note')) };
  const sold = new Map(tables.saleYears.map(({ year, units, avoided }) => [year, { units, avoided }]));
  const arising = new Map(tables.calendarYears.map(({ year, avoided }) => [year, avoided]));
  const all = [...new Set([...sold.keys(), ...arising.keys()])].sort((one, other) => one - other);
  const rows = all.map((year) => {
    const [sale, use] = [sold.get(year), arising.get(year)];
    return body([String(year), sale ? step(sale.units) : '', sale ? step(sale.avoided) : '', use ? step(use) : '']);
  });
  const sum = step(tables.total);
  return {
    id: 'years',
    title,
    blocks: [
      text(own(accounting === 'stock' ? 'years.stock' : 'years.flow')),
      {
        kind: 'table',
        caption: own('years.caption'),
        columns: ['year', 'units', 'bySale', 'byUse'].map((key, index) => ({
          header: own(`years.columns.${key}`),
          align: index === 0 ? 'left' : 'right',
          width: 1,
        })),
        rows: [...rows, total([own('total'), '', sum, sum])],
      },
    ],
  };
}
