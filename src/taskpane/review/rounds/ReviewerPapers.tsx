import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message, type Message } from '../../../core/message';
import type { PackageFile } from '../../../core/package/packageFile';
import { FilesButton } from '../../package/FilesButton';
import type { ChosenFile } from '../../package/packageBytes';
import { usePackages, type Examined, type PackageSession } from '../../package/packaging';
import { SaveFiles } from '../../package/SaveFiles';
import { Notice } from '../../Notice';
import { usePane } from '../../paneContext';
import { useRole } from '../../role';
import { Section } from '../../Section';
import { useFields } from '../../start/Field';
import { useSections } from '../../styles';
import { Waiting } from '../../Waiting';
import { useName } from '../decisions/useDeciding';
import { useReviewing } from '../reviewContext';
import type { Found } from '../run';
import { NO_OPINION, OpinionFields, type OpinionDraft } from './OpinionFields';

/** A reviewer's answer as files: review.json bound to the package, the letter, and a verification opinion where one is given. */
export function ReviewerPapers() {
  const { role } = useRole();
  const packages = usePackages();
  const { review } = useReviewing();
  if (role !== 'reviewer' || !packages || !review.last) return null;
  return <Papers packages={packages} found={review.last} isCurrent={review.isCurrent} />;
}

/** The package that was opened last, as it came. */
const asFile = ({ name, bytes }: Examined): ChosenFile => ({
  name,
  size: bytes.length,
  arrayBuffer: async () => bytes.slice().buffer as ArrayBuffer,
});

interface PapersProps {
  readonly packages: PackageSession;
  readonly found: Found;
  readonly isCurrent: boolean;
}

interface Ready {
  readonly of: Found;
  readonly files: readonly PackageFile[];
  readonly notices: readonly Message[];
}

function Papers({ packages, found, isCurrent }: PapersProps) {
  const { say, language } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { record } = useReviewing();
  const [by] = useName();
  const [draft, setDraft] = React.useState<OpinionDraft>(NO_OPINION);
  const [ready, setReady] = React.useState<Ready | null>(null);
  const { run, load, busy, before, setBefore, examined, failure, dismiss } = packages;
  const choose = (file: ChosenFile) =>
    run('before', async () => {
      const [tools, { submittedIn }] = await Promise.all([load(), import('../../package/readFiles')]);
      setReady(null);
      setBefore({ name: file.name, submitted: await submittedIn(file, tools) });
    });
  const make = () =>
    run('papers', async () => {
      setReady(null);
      const [tools, { reviewerFiles }] = await Promise.all([load(), import('./reviewerFiles')]);
      const { entries } = record;
      const made = await reviewerFiles({ found, entries, submitted: before!.submitted, draft, by, language }, tools);
      setReady({ of: found, ...made });
    });
  return (
    <Section name="rounds-papers" title={say('reviewer.papers.title')} openAtFirst>
      <p className={sections.note}>{say('reviewer.papers.what')}</p>
      {failure && <Notice text={say(failure)} action={say('pane.failure.dismiss')} onAction={dismiss} />}
      <div className={fields.actions}>
        <FilesButton
          label={say('reviewer.papers.package')}
          accept=".zip,application/zip"
          disabled={busy !== null}
          onFiles={([file]) => void choose(file!)}
        />
        {before === null && examined?.opened && (
          <Button disabledFocusable={busy !== null} onClick={() => void choose(asFile(examined))}>
            {say(message('reviewer.papers.examined', { file: examined.name }))}
          </Button>
        )}
      </div>
      <p className={sections.note} role="status">
        {before && say(message('submit.before.chosen', { file: before.name, id: before.submitted.id }))}
      </p>
      <OpinionFields draft={draft} onChange={setDraft} />
      <div className={fields.actions}>
        <Button
          appearance="primary"
          disabledFocusable={busy !== null || before === null || !isCurrent}
          onClick={() => void make()}
        >
          {say('reviewer.papers.make')}
        </Button>
      </div>
      {(busy === 'papers' || busy === 'before') && <Waiting text={`submit.waiting.${busy}`} />}
      {ready && ready.of === found && (
        <>
          {ready.notices.map((notice, index) => (
            <p key={index} className={sections.note}>
              {say(notice)}
            </p>
          ))}
          <SaveFiles files={ready.files} packages={packages} />
        </>
      )}
    </Section>
  );
}
