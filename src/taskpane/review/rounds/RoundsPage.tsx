import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message } from '../../../core/message';
import { changesSince } from '../../../core/review/rounds/changesSince';
import { Notice } from '../../Notice';
import { usePane } from '../../paneContext';
import { useRole } from '../../role';
import { Section } from '../../Section';
import { FileButton, XLSX } from '../../start/FileButton';
import { useSections } from '../../styles';
import { useDeciding } from '../decisions/useDeciding';
import { useReviewing } from '../reviewContext';
import type { Found } from '../run';
import '../../submit/texts';
import { ChangeLists } from './ChangeLists';
import { Remarks } from './Remarks';
import { ReviewerPapers } from './ReviewerPapers';
import { useEarlier } from './earlier';
import type { Earlier } from './earlierContext';

/** What changed since an earlier round, from its file; and the round that decisions are written in. */
export function RoundsPage() {
  const { say } = usePane();
  const sections = useSections();
  const { review } = useReviewing();
  const { earlier, busy, failure, read } = useEarlier();
  const [closed, setClosed] = React.useState(false);
  React.useEffect(() => setClosed(false), [failure]);
  return (
    <>
      <Round />
      <Remarks />
      <ReviewerPapers />
      <Section name="rounds-since" title={say('reviewer.rounds.since')} openAtFirst>
        <p>{say('reviewer.rounds.what')}</p>
        {read ? (
          <FileButton
            label={say(earlier ? 'reviewer.rounds.other-file' : 'reviewer.rounds.file')}
            disabled={busy}
            accept={`${XLSX},.zip,application/zip`}
            onFile={read}
          />
        ) : (
          <p className={sections.note}>{say('reviewer.rounds.no-files')}</p>
        )}
        {failure && !closed && (
          <Notice
            text={say(message('reviewer.rounds.failed', { reason: failure }))}
            action={say('pane.failure.dismiss')}
            onAction={() => setClosed(true)}
          />
        )}
        <div role="status" aria-busy={busy}>
          {busy && <p>{say('reviewer.rounds.reading')}</p>}
          {!busy && earlier && !review.last && <p>{say('reviewer.checking')}</p>}
        </div>
        {!busy && earlier && review.last && <Since earlier={earlier} now={review.last} />}
      </Section>
    </>
  );
}

/** Decisions of earlier rounds are kept as they are; a new round begins beside them. */
function Round() {
  const { say } = usePane();
  const sections = useSections();
  const { role } = useRole();
  const { record, startRound } = useReviewing();
  if (role !== 'reviewer') return null;
  const isBegun = record.entries.some(({ kind, round }) => kind === 'decision' && round === record.round);
  return (
    <div className={sections.section}>
      <p>{say(message('reviewer.rounds.round', { round: record.round }))}</p>
      {isBegun && (
        <>
          <Button size="small" onClick={() => startRound(record.round + 1)}>
            {say(message('reviewer.rounds.next', { round: record.round + 1 }))}
          </Button>
          <p className={sections.note}>{say('reviewer.rounds.next-note')}</p>
        </>
      )}
    </div>
  );
}

interface SinceProps {
  readonly earlier: Earlier;
  readonly now: Found;
}

function Since({ earlier, now }: SinceProps) {
  const { say } = usePane();
  const sections = useSections();
  const changes = React.useMemo(
    () => changesSince(submissionOf(earlier.found), submissionOf(now)),
    [earlier.found, now],
  );
  return (
    <>
      <h3 className={sections.subtitle}>{say(message('decisions.cli.changes.title', { file: earlier.name }))}</h3>
      <Missing earlier={earlier} />
      <ChangeLists changes={changes} />
    </>
  );
}

const submissionOf = ({ snapshot, of, review }: Found) => ({ snapshot, outcome: of.outcome, review });

/** What was written into the earlier file and is not in this workbook: the reviewer may have had a copy. */
function Missing({ earlier }: { readonly earlier: Earlier }) {
  const { say } = usePane();
  const sections = useSections();
  const { record } = useReviewing();
  const { put } = useDeciding();
  const entries = earlier.found.entries.filter(
    (one) => !record.entries.some(({ kind, on, round }) => kind === one.kind && on === one.on && round === one.round),
  );
  if (entries.length === 0) return null;
  return (
    <>
      <p className={sections.note}>{say(message('reviewer.rounds.missing', { count: entries.length }))}</p>
      <Button size="small" onClick={() => void put(entries, 'reviewer.written.brought')}>
        {say(message('reviewer.rounds.bring', { count: entries.length }))}
      </Button>
    </>
  );
}
