import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { StageTable } from './StageTable';
import { usedReading } from './usedReading';

/** Both sides by life-cycle stage. */
export function Stages({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { stages, settings } = known.outcome.assessment;
  if (stages.length === 0) return <p className={sections.note}>{say('pane.stages.none')}</p>;
  return (
    <>
      <p className={sections.note}>{say('pane.stages.unit')}</p>
      <StageTable known={known} />
      <p className={sections.note}>{say('pane.stages.share-note')}</p>
      {usedReading(settings) === 'outside-share' && (
        <p className={sections.note}>{say('pane.stages.all-stages-note')}</p>
      )}
    </>
  );
}
