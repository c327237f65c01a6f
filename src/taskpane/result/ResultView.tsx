import { Section } from '../Section';
import { usePane } from '../paneContext';
import { Choices } from '../settings/Choices';
import type { ViewProps } from '../views';
import { Origin } from './Origin';
import { Stages } from './Stages';
import { Waterfall } from './Waterfall';

/** Where the two numbers come from, how sure they are, and by which choices. */
export function ResultView({ known }: ViewProps) {
  const { say } = usePane();
  return (
    <>
      <Section name="stages" title={say('pane.stages.title')} openAtFirst>
        <Stages known={known} />
      </Section>
      <Section name="origin" title={say('pane.origin.title')} openAtFirst>
        <Origin known={known} />
      </Section>
      <Section name="waterfall" title={say('pane.waterfall.title')}>
        <Waterfall known={known} />
      </Section>
      <Section name="choices" title={say('pane.settings.title')} openAtFirst>
        <Choices assessment={known.outcome.assessment} />
      </Section>
    </>
  );
}
