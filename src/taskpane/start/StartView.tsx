import { Button } from '@fluentui/react-components';
import { useArrival } from '../arrival';
import type { Known } from '../outcome/followWorkbook';
import { Notice } from '../Notice';
import { usePackages } from '../package/packaging';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { useSections } from '../styles';
import { whenNeeded } from '../whenNeeded';
import { useFields } from './Field';
import { BaselineGuide } from './BaselineGuide';
import { AdoptInvitation } from './AdoptInvitation';
import { hasTemplate } from './hasTemplate';
import { NewApplication } from './NewApplication';
import { RollForward } from './RollForward';
import { useStart } from './session';
import './texts';

const OpenPackage = whenNeeded(() => import('../package/OpenPackage').then((module) => module.OpenPackage));
const PortfolioView = whenNeeded(() => import('../portfolio/PortfolioView').then((module) => module.PortfolioView));
const AdoptView = whenNeeded(() => import('../adopt/AdoptView').then((module) => module.AdoptView));

/** Where an application begins: what KMC is, and the ways in that this host has. */
export function StartView({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const { page, goTo, leaveFor, workbooks, failure, dismiss } = useStart();
  const isCase = isApplication(known);
  return (
    <>
      {failure && <Notice text={say(failure)} action={say('pane.failure.dismiss')} onAction={dismiss} />}
      {page === 'adopt' && <AdoptView />}
      {page === 'package' && (
        <OpenPackage
          onBack={() => goTo('home')}
          workbooks={workbooks}
          isBesideCase={isCase}
          onOpened={() => leaveFor('problems')}
        />
      )}
      {page === 'portfolio' && <PortfolioView onBack={() => goTo('home')} />}
      {page === 'home' && <WaysIn known={known} />}
    </>
  );
}

const isApplication = ({ outcome }: Known): boolean => Object.keys(outcome.case.locations).length > 0;

function WaysIn({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { workbooks, rolling, goTo, cameFrom } = useStart();
  const ways = useArrival<HTMLDivElement>((place) => place.querySelector<HTMLElement>(`[data-page=${cameFrom}]`));
  const packages = usePackages();
  const isNew = workbooks && !(workbooks.joins && hasTemplate(known.snapshot));
  const isCase = isApplication(known);
  return (
    <div ref={ways}>
      <p className={sections.section}>{say('start.what')}</p>
      {isNew && (
        <Section name="start-new" title={say('start.new.title')} openAtFirst={!isCase}>
          <NewApplication />
        </Section>
      )}
      <Section name="start-guide" title={say('start.guide.title')}>
        <BaselineGuide known={isCase ? known : null} />
      </Section>
      {(isCase || workbooks || rolling) && (
        <Section name="start-roll" title={say('start.roll.title')} openAtFirst={rolling !== null}>
          <RollForward known={isCase ? known : null} />
        </Section>
      )}
      {packages && (
        <Section name="start-package" title={say('start.package.title')} openAtFirst>
          <p className={sections.note}>{say('start.package.what')}</p>
          <div className={fields.actions}>
            <Button data-page="package" onClick={() => goTo('package')}>
              {say('start.package.open')}
            </Button>
            <Button data-page="portfolio" onClick={() => goTo('portfolio')}>
              {say('start.package.add-up')}
            </Button>
          </div>
        </Section>
      )}
      <Section name="start-adopt" title={say('start.adopt.title')} openAtFirst>
        <AdoptInvitation />
      </Section>
    </div>
  );
}
