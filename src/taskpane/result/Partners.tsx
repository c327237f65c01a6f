import type { PartnerPart } from '../../core/calculation/types';
import { message } from '../../core/message';
import { ChartTable, type Row } from '../charts/ChartTable';
import { step } from '../charts/numbers';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { Unknown } from './Unknown';

/** The whole before any rate, and what each partner may claim of it. */
export function Partners({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { partners, unallocated } = known.outcome.assessment;
  if (unallocated.value === null) return <Unknown text={say('pane.partners.unknown')} reasons={unallocated.reasons} />;
  const rowOf = ({ ref, partner, inCity, share, avoided, trace }: PartnerPart): Row => ({
    key: `${ref.sheet} ${ref.row}`,
    name: partner ?? ref.id,
    notes: [
      [inCity && say(`choices.place.${inCity}`), say(message('pane.partners.share', { share: step(share).text }))]
        .filter(Boolean)
        .join(' · '),
    ],
    values: [step(avoided)],
    trace,
  });
  return (
    <>
      <p className={sections.note}>{say('pane.partners.note')}</p>
      <ChartTable
        known={known}
        label={say('pane.partners.title')}
        head={[say('pane.partners.partner'), unallocated.unit]}
        rows={[
          ...partners.map(rowOf),
          {
            key: 'whole',
            name: say('pane.partners.whole'),
            values: [step(unallocated.value)],
            trace: unallocated.trace,
            strong: true,
          },
        ]}
      />
    </>
  );
}
