import { Notice } from '../Notice';
import { usePackages } from '../package/packaging';
import { usePane } from '../paneContext';
import { useReviewPart } from '../review/part';
import { Section } from '../Section';
import { useSections } from '../styles';
import type { ViewProps } from '../views';
import { BeforeThis } from './BeforeThis';
import { Evidence } from './Evidence';
import { Making } from './Making';
import { Open } from './Open';
import './texts';

/** What is still open, the evidence that goes along, and the package itself. */
export function SubmitView({ known, onView, onOnly }: ViewProps) {
  const { say } = usePane();
  const sections = useSections();
  const packages = usePackages();
  const [, goToPart] = useReviewPart();
  if (!packages) return <p className={sections.section}>{say('submit.not-here')}</p>;
  const { failure, dismiss } = packages;
  return (
    <>
      {failure && <Notice text={say(failure)} action={say('pane.failure.dismiss')} onAction={dismiss} />}
      <Section name="submit-open" title={say('submit.open.title')} openAtFirst>
        <Open
          onReview={(only) => {
            onOnly(only);
            goToPart('findings');
            onView('problems');
          }}
        />
      </Section>
      <Section name="submit-before" title={say('submit.before.title')} aside={packages.before?.name}>
        <BeforeThis
          known={known}
          packages={packages}
          onReview={() => {
            goToPart('rounds');
            onView('problems');
          }}
        />
      </Section>
      <Section name="submit-evidence" title={say('submit.evidence.title')} openAtFirst>
        <Evidence known={known} packages={packages} />
      </Section>
      <Section name="submit-package" title={say('submit.package.title')} openAtFirst>
        <Making known={known} packages={packages} />
      </Section>
    </>
  );
}
