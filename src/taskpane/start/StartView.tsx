import * as React from 'react';
import type { Known } from '../outcome/followWorkbook';
import { Notice } from '../Notice';
import { usePane } from '../paneContext';
import { Section } from '../Section';
import { useSections } from '../styles';
import { whenNeeded } from '../whenNeeded';
import { BaselineGuide } from './BaselineGuide';
import { AdoptInvitation } from './AdoptInvitation';
import { hasTemplate } from './hasTemplate';
import { NewApplication } from './NewApplication';
import { RollForward } from './RollForward';
import { useStart } from './session';
import './texts';

const AdoptView = whenNeeded(() => import('../adopt/AdoptView').then((module) => module.AdoptView));

/** Where an application begins: what KMC is, and the ways in that this host has. */
export function StartView({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const { page, failure, dismiss } = useStart();
  return (
    <>
      {failure && <Notice text={say(failure)} action={say('pane.failure.dismiss')} onAction={dismiss} />}
      {page === 'adopt' ? <AdoptView /> : <WaysIn known={known} />}
    </>
  );
}

function WaysIn({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const sections = useSections();
  const { workbooks, rolling } = useStart();
  const isNew = workbooks && !(workbooks.joins && hasTemplate(known.snapshot));
  const isCase = Object.keys(known.outcome.case.locations).length > 0;
  return (
    <>
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
      <Section name="start-adopt" title={say('start.adopt.title')} openAtFirst>
        <AdoptInvitation />
      </Section>
    </>
  );
}
