import * as React from 'react';
import { KmcError, message, type Message } from '../../../core/message';
import type { Entry } from '../../../core/review/decisions/entries';
import { reply } from '../../../core/review/decisions/decide';
import { opinionText } from '../../../core/review/decisions/opinionText';
import { applicationOf } from '../../../core/review/decisions/reviewFile';
import { movedOf } from '../../../core/review/rounds/letter';
import { answeredRemarks, unansweredOf, type AnsweredRemark } from '../../../core/review/rounds/remarks';
import { Notice } from '../../Notice';
import { reasonOf } from '../../outcome/followWorkbook';
import { FilesButton } from '../../package/FilesButton';
import { usePackages } from '../../package/packaging';
import { RemarkList } from '../../package/RemarkList';
import { usePane } from '../../paneContext';
import { useRole } from '../../role';
import { Section } from '../../Section';
import { useFields } from '../../start/Field';
import { useStart } from '../../start/session';
import { useControls, useSections } from '../../styles';
import { EntryForm } from '../decisions/EntryForm';
import { useDeciding, useName } from '../decisions/useDeciding';
import { useReviewing } from '../reviewContext';
import { today } from '../today';

const LETTER = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The reviewer's remarks with their answers: taken over from review.json, answered here or in the letter. */
export function Remarks() {
  const { say } = usePane();
  const { review, record } = useReviewing();
  const found = review.last?.review ?? null;
  const remarks = React.useMemo(
    () => answeredRemarks(record.entries, found ? movedOf(found) : undefined),
    [record.entries, found],
  );
  const open = unansweredOf(remarks).length;
  return (
    <Section name="rounds-remarks" title={say('reviewer.remarks.title')} openAtFirst>
      <TakingOver remarks={remarks} />
      <p role="status">
        {say(
          remarks.length === 0
            ? 'reviewer.remarks.none'
            : message(open > 0 ? 'reviewer.remarks.open' : 'reviewer.remarks.answered', {
                count: open,
                all: remarks.length,
              }),
        )}
      </p>
      <RemarkList
        remarks={remarks}
        findings={found?.findings ?? []}
        isHere
        action={(remark) => <Answering key={remark.number} remark={remark} />}
      />
    </Section>
  );
}

/** What came of reading a file: a sentence, or why it was refused. */
interface Read {
  readonly said: Message | null;
  readonly failure: Message | null;
}

function TakingOver({ remarks }: { readonly remarks: readonly AnsweredRemark[] }) {
  const { say } = usePane();
  const { role } = useRole();
  const sections = useSections();
  const fields = useFields();
  const { workbooks } = useStart();
  const { known } = useReviewing();
  const { put } = useDeciding();
  const packages = usePackages();
  const [by] = useName();
  const opinion = packages?.reviewers?.file.opinion;
  const [read, setRead] = React.useState<Read>({ said: null, failure: null });
  const attempt = (what: () => Promise<Message | null>) =>
    what().then(
      (said) => setRead({ said, failure: null }),
      (error: unknown) => setRead({ said: null, failure: reasonOf(error) }),
    );
  const takeReview = async (file: File): Promise<Message> => {
    const { takenOver } = await import('../../package/readFiles');
    const before = packages?.before?.submitted.id ?? null;
    const taken = await takenOver(file, applicationOf(known.outcome.case), before);
    await put(taken.decisions, 'reviewer.written.review');
    packages?.setReviewers({ name: file.name, file: taken.file });
    return taken.binding.message;
  };
  const takeLetter = async (file: File): Promise<Message | null> => {
    const { answersIn } = await import('./answersIn');
    if (by.trim() === '') throw new KmcError(message('reviewer.form.needs-name'));
    const { replies, unknown } = await answersIn(
      file,
      workbooks!,
      { remarks, package: packages?.before?.submitted.id ?? packages?.reviewers?.file.package ?? null },
      { by: by.trim(), today: today() },
    );
    if (replies.length > 0) await put(replies, 'reviewer.written.answers');
    return unknown.length > 0 ? message('decisions.letter.unknown-remarks', { count: unknown.length }) : null;
  };
  return (
    <>
      <div className={fields.actions}>
        <FilesButton
          label={say('reviewer.remarks.review')}
          accept=".json,application/json"
          disabled={false}
          onFiles={([file]) => void attempt(() => takeReview(file!))}
        />
        {role === 'author' && workbooks && remarks.length > 0 && (
          <FilesButton
            label={say('reviewer.remarks.letter')}
            accept={LETTER}
            disabled={false}
            onFiles={([file]) => void attempt(() => takeLetter(file!))}
          />
        )}
      </div>
      {read.failure && (
        <Notice
          text={say(read.failure)}
          action={say('pane.failure.dismiss')}
          onAction={() => setRead({ said: null, failure: null })}
        />
      )}
      <p className={sections.note} role="status">
        {read.said && say(read.said)}
      </p>
      {opinion && <p>{say(opinionText(opinion))}</p>}
    </>
  );
}

/** An author's answer to one remark, in the round in which it was made. */
function Answering({ remark }: { readonly remark: AnsweredRemark }) {
  const { say } = usePane();
  const { role } = useRole();
  const controls = useControls();
  const { put } = useDeciding();
  const [isOpen, setOpen] = React.useState(false);
  const opener = React.useRef<HTMLButtonElement>(null);
  const wasOpen = React.useRef(false);
  React.useEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  if (role !== 'author' || remark.state === 'settled') return null;
  const save = (by: string, text: string): Promise<boolean> => {
    const written: Entry = reply({ on: remark.on, round: remark.round, by, text, date: today() });
    return put([written], 'reviewer.written.reply');
  };
  return isOpen ? (
    <EntryForm
      kind="reply"
      text={remark.answer?.text ?? ''}
      onSave={({ by, text }) => save(by, text)}
      onClose={() => setOpen(false)}
    />
  ) : (
    <button ref={opener} type="button" className={controls.quiet} onClick={() => setOpen(true)}>
      {say(remark.answer ? 'reviewer.reply-again' : 'reviewer.reply')}
    </button>
  );
}
