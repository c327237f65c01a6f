import type { Assessment } from '../../core/calculation/types';
import { message } from '../../core/message';
import type { Decimal } from '../../core/quantity/decimal';
import { axisFromZero, type Axis } from '../charts/axis';
import { BarStrip } from '../charts/BarStrip';
import { ChartTable, type Row } from '../charts/ChartTable';
import { step } from '../charts/numbers';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { Unknown } from './Unknown';

/** Realized sales over the life of their units: by the year of sale, and by the year in which it arises. */
export function Years({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { years, yearsReasons, attribution } = known.outcome.assessment;
  if (!years) return <Unknown text={say('pane.years.unknown')} reasons={yearsReasons} />;
  if (years.saleYears.length === 0) return <p className={sections.note}>{say('pane.years.none')}</p>;
  const { saleYears, calendarYears, total, totalTrace } = years;
  const axis = axisFromZero([...saleYears, ...calendarYears].map(({ avoided }) => avoided));
  const nameOf = (year: number) => say(message('pane.years.year', { year }));
  const sum = { key: 'total', name: say('pane.stages.total'), strong: true, trace: totalTrace };
  return (
    <>
      <p className={sections.note}>{say(`pane.years.note.${attribution}`)}</p>
      <h3 className={sections.subtitle}>{say('pane.years.sale')}</h3>
      <ChartTable
        known={known}
        label={say('pane.years.sale')}
        head={[say('pane.years.sold-in'), unitsHead(known.outcome.assessment), 't-CO2e']}
        rows={[
          ...saleYears.map(({ year, units, avoided, trace }): Row => ({
            ...rowOf(nameOf(year), avoided, axis, trace),
            values: [step(units), step(avoided)],
          })),
          { ...sum, values: [{ text: '' }, step(total)] },
        ]}
      />
      <h3 className={sections.subtitle}>{say('pane.years.calendar')}</h3>
      <ChartTable
        known={known}
        label={say('pane.years.calendar')}
        head={[say('pane.years.arises-in'), 't-CO2e']}
        rows={[
          ...calendarYears.map(({ year, avoided, trace }) => rowOf(nameOf(year), avoided, axis, trace)),
          { ...sum, values: [step(total)] },
        ]}
        most={MOST}
      />
    </>
  );

  function unitsHead({ unitsOutside }: Assessment): string {
    return say(message('pane.years.units', { unit: unitsOutside.unit }));
  }
}

const MOST = 12;

const rowOf = (name: string, avoided: Decimal, axis: Axis, trace: number): Row => ({
  trace,
  key: name,
  name,
  values: [step(avoided)],
  picture: (
    <BarStrip bars={[{ ...axis.bar(avoided), look: avoided.isNegative() ? 'more' : 'less' }]} marks={[axis.zero]} />
  ),
});
