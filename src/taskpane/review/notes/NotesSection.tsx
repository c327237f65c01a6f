import * as React from 'react';
import { Button } from '@fluentui/react-components';
import { message, type Message } from '../../../core/message';
import { reviewNotes } from '../../../core/review/notes/reviewNotes';
import { sheetCellAddress } from '../../../core/workbook/a1';
import { useFileSaver } from '../../files';
import { reasonOf } from '../../outcome/followWorkbook';
import { usePane } from '../../paneContext';
import { useRole } from '../../role';
import { Section } from '../../Section';
import { useFields } from '../../start/Field';
import { useControls, useSections } from '../../styles';
import { useReviewing } from '../reviewContext';
import { useNotes, type NotesDone } from './useNotes';

/** The reviewer's comments as notes at the cells, for whoever reads the workbook without KMC. */
export function NotesSection() {
  const { say } = usePane();
  const { role } = useRole();
  const { review, record } = useReviewing();
  const { last } = review;
  const comments = React.useMemo(
    () =>
      last &&
      reviewNotes(
        {
          decisions: [...record.decisions.values()],
          findings: last.review.findings,
          formulas: last.formulas.unique,
        },
        say,
      ),
    [last, record.decisions, say],
  );
  if (role !== 'reviewer' || !comments) return null;
  const { notes, elsewhere } = comments;
  return (
    <Section name="review-notes" title={say('reviewer.notes.title')} aside={String(notes.length)}>
      <p>{say('reviewer.notes.what')}</p>
      {elsewhere > 0 && <p>{say(message('reviewer.notes.elsewhere', { count: elsewhere }))}</p>}
      <Commands wanted={notes} />
    </Section>
  );
}

function Commands({ wanted }: { readonly wanted: ReturnType<typeof reviewNotes>['notes'] }) {
  const { say } = usePane();
  const sections = useSections();
  const fields = useFields();
  const { place, busy, done, failure, put } = useNotes();
  return (
    <>
      {place !== 'workbook' && <p>{say(`reviewer.notes.cannot-${place}`)}</p>}
      {place !== 'nowhere' && (
        <div className={fields.actions}>
          <Button size="small" disabledFocusable={busy || wanted.length === 0} onClick={() => put(wanted)}>
            {say(`reviewer.notes.write-${place}`)}
          </Button>
          <Button size="small" disabledFocusable={busy} onClick={() => put([])}>
            {say(`reviewer.notes.remove-${place}`)}
          </Button>
        </div>
      )}
      {wanted.length === 0 && <p className={sections.note}>{say('reviewer.notes.none')}</p>}
      <div role="status" aria-busy={busy}>
        {done && <Done done={done} />}
        {failure && <p>{say(message('inventory.write.failed', { reason: failure }))}</p>}
      </div>
    </>
  );
}

function Done({ done: { written, removed, occupied, copy } }: { readonly done: NotesDone }) {
  const { say, reveal } = usePane();
  const controls = useControls();
  return (
    <>
      <p>{say(message('reviewer.notes.done', { written, removed }))}</p>
      {occupied.length > 0 && (
        <p>
          {say('reviewer.notes.occupied')}{' '}
          {occupied.map((cell, index) => (
            <React.Fragment key={index}>
              {index > 0 && ', '}
              <button type="button" className={controls.link} onClick={() => reveal(cell)}>
                {sheetCellAddress(cell)}
              </button>
            </React.Fragment>
          ))}
        </p>
      )}
      {copy && <Save copy={copy} />}
    </>
  );
}

/** A page may take a file only right from a click. */
function Save({ copy }: { readonly copy: Uint8Array }) {
  const { say } = usePane();
  const saver = useFileSaver();
  const [said, setSaid] = React.useState<Message | null>(null);
  React.useEffect(() => setSaid(null), [copy]);
  const save = () =>
    saver!.save(copy, say('reviewer.notes.file-name')).then(setSaid, (error: unknown) => setSaid(reasonOf(error)));
  return (
    <>
      <Button size="small" appearance="primary" onClick={() => void save()}>
        {say('reviewer.notes.save')}
      </Button>
      {said && <p>{say(said)}</p>}
    </>
  );
}
