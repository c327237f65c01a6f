import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { usedReading } from './usedReading';
import { Origin } from './Origin';
import { Settings } from './Settings';
import { StageTable } from './StageTable';

/** Where the two numbers come from, by stage and by factor, and by which choices. */
export function ResultTab({ known }: { readonly known: Known }) {
  const { assessment } = known.outcome;
  return (
    <>
      <Stages known={known} />
      <Origin known={known} />
      <Settings assessment={assessment} />
    </>
  );
}

function Stages({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { stages, settings } = known.outcome.assessment;
  const certifiesOutside = usedReading(settings) === 'outside-share';
  return (
    <section className={sections.section}>
      <h2 className={sections.title}>{say('pane.stages.title')}</h2>
      <p className={sections.note}>{say(stages.length > 0 ? 'pane.stages.unit' : 'pane.stages.none')}</p>
      {stages.length > 0 && (
        <>
          <StageTable known={known} />
          <p className={sections.note}>{say('pane.stages.share-note')}</p>
          {certifiesOutside && <p className={sections.note}>{say('pane.stages.all-stages-note')}</p>}
        </>
      )}
    </section>
  );
}
