import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message } from '../../core/message';
import { mergedEntries } from '../../core/review/decisions/reviewFile';
import { decisionsOf } from '../../core/review/decisions/store';
import { answeredRemarks, unansweredOf } from '../../core/review/rounds/remarks';
import type { Known } from '../outcome/followWorkbook';
import { FilesButton } from '../package/FilesButton';
import type { PackageSession } from '../package/packaging';
import { usePane } from '../paneContext';
import { useFields } from '../start/Field';
import { useControls, useSections } from '../styles';
import { Waiting } from '../Waiting';

interface BeforeThisProps {
  readonly known: Known;
  readonly packages: PackageSession;
  /** Goes to where remarks are answered. */
  readonly onReview: () => void;
}

/** The package submitted before and the reviewer's answer to it: the next one lists what changed and what was answered. */
export function BeforeThis({ known, packages, onReview }: BeforeThisProps) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { before, setBefore, reviewers, setReviewers, setMade, busy } = packages;
  const forget = () => {
    setMade(null);
    setBefore(null);
    setReviewers(null);
  };
  return (
    <>
      <p className={sections.note}>{say('submit.before.what')}</p>
      <div className={fields.actions}>
        <FilesButton
          label={say('submit.before.choose')}
          accept=".zip,application/zip"
          disabled={busy !== null}
          onFiles={([file]) => void chooseBefore(packages, file!)}
        />
        <FilesButton
          label={say('submit.before.review')}
          accept=".json,application/json"
          disabled={busy !== null || before === null}
          onFiles={([file]) => void chooseReview(packages, file!)}
        />
        {before && (
          <Button disabledFocusable={busy !== null} onClick={forget}>
            {say('submit.before.forget')}
          </Button>
        )}
      </div>
      {busy === 'before' && <Waiting text="submit.waiting.before" />}
      <div role="status">
        {before && (
          <p className={sections.note}>
            {say(message('submit.before.chosen', { file: before.name, id: before.submitted.id }))}
          </p>
        )}
        {before && reviewers && (
          <p className={sections.note}>{say(message('submit.before.reviewed', { file: reviewers.name }))}</p>
        )}
      </div>
      <Unanswered known={known} packages={packages} onReview={onReview} />
    </>
  );
}

/** How many remarks wait for an answer, of the workbook's record and the chosen file. */
function Unanswered({ known, packages: { reviewers }, onReview }: BeforeThisProps) {
  const { say } = usePane();
  const sections = useSections();
  const controls = useControls();
  const remarks = React.useMemo(() => {
    const decided = (reviewers?.file.entries ?? []).filter(({ kind }) => kind === 'decision');
    return answeredRemarks(mergedEntries(decisionsOf(known.snapshot).entries, decided));
  }, [known.snapshot, reviewers]);
  if (remarks.length === 0) return null;
  const open = unansweredOf(remarks).length;
  return (
    <>
      <p className={sections.note}>
        {say(message(open > 0 ? 'submit.before.open' : 'submit.before.answered', { count: open, all: remarks.length }))}
      </p>
      <button type="button" className={controls.quiet} onClick={onReview}>
        {say('submit.before.answer')}
      </button>
    </>
  );
}

const chooseBefore = ({ run, load, setBefore, setMade }: PackageSession, file: File): Promise<void> =>
  run('before', async () => {
    const [tools, { submittedIn }] = await Promise.all([load(), import('../package/readFiles')]);
    const submitted = await submittedIn(file, tools);
    setMade(null);
    setBefore({ name: file.name, submitted });
  });

const chooseReview = ({ run, before, setReviewers, setMade }: PackageSession, file: File): Promise<void> =>
  run('before', async () => {
    const { boundReview } = await import('../package/readFiles');
    const review = await boundReview(file, before!.submitted);
    setMade(null);
    setReviewers({ name: file.name, file: review });
  });
