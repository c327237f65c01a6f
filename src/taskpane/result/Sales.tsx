import * as React from 'react';
import type { SalesResult } from '../../core/calculation/types';
import { SALES_STATUSES } from '../../core/case/vocabulary';
import { message } from '../../core/message';
import { ChartTable, type Row } from '../charts/ChartTable';
import { step } from '../charts/numbers';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

/** Realized, planned and potential sales, each for itself: they are never added up. */
export function Sales({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { sales, unitsOutside } = known.outcome.assessment;
  if (sales.length === 0) return <p className={sections.note}>{say('pane.sales.none')}</p>;
  const rowOf = ({ year, units, avoided, trace, reasons }: SalesResult): Row => ({
    key: String(year),
    name: say(message('pane.years.year', { year })),
    notes: reasons.map(say),
    trace,
    values: [step(units), avoided ? step(avoided) : { text: say('pane.origin.unknown') }],
  });
  return (
    <>
      <p className={sections.note}>{say('pane.sales.note')}</p>
      {SALES_STATUSES.filter((status) => sales.some((row) => row.status === status)).map((status) => (
        <React.Fragment key={status}>
          <h3 className={sections.subtitle}>{say(`choices.salesStatus.${status}`)}</h3>
          <ChartTable
            known={known}
            label={say(`choices.salesStatus.${status}`)}
            head={[say('pane.years.sold-in'), say(message('pane.years.units', { unit: unitsOutside.unit })), 't-CO2e']}
            rows={sales.filter((row) => row.status === status).map(rowOf)}
          />
        </React.Fragment>
      ))}
    </>
  );
}
