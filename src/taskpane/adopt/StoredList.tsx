import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { bindAdoption } from '../../core/adoption/bindAdoption';
import { confirmAdoption } from '../../core/adoption/changeAdoption';
import { removeEdits } from '../../core/adoption/store';
import type { StoredAdoption } from '../../core/adoption/types';
import { message, success } from '../../core/message';
import { sheetRangeAddress } from '../../core/workbook/a1';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { usePane } from '../paneContext';
import { useFields } from '../start/Field';
import { useStart } from '../start/session';
import { useSections } from '../styles';
import { useWriter } from '../writing/useWriter';
import type { Draft } from './draft';
import { NoticeList } from './NoticeList';
import { tableText } from './texts';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, listStyle: 'none' },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}`, overflowWrap: 'anywhere' },
});

interface StoredListProps {
  readonly snapshot: WorkbookSnapshot;
  readonly stored: readonly StoredAdoption[];
  readonly onDraft: (draft: Draft) => void;
  readonly onWritten: () => void;
}

/** Ranges the workbook reads already, with what is wrong about them. */
export function StoredList({ stored, ...rest }: StoredListProps) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {stored.map((one) => (
        <li key={one.id} className={styles.item}>
          {one.adoption ? <Readable one={one} adoption={one.adoption} {...rest} /> : <Lost one={one} {...rest} />}
        </li>
      ))}
    </ul>
  );
}

type OneProps = Omit<StoredListProps, 'stored'> & { readonly one: StoredAdoption };

function Readable({
  one,
  adoption,
  snapshot,
  onDraft,
  onWritten,
}: OneProps & { readonly adoption: NonNullable<StoredAdoption['adoption']> }) {
  const { say } = usePane();
  const fields = useFields();
  const place = { table: tableText(say, adoption.table), range: sheetRangeAddress(adoption.range) };
  const { problems } = bindAdoption(snapshot, adoption);
  const hasSheet = snapshot.sheets.some(({ name }) => name === adoption.range.sheet);
  return (
    <>
      {say(message('start.adopt.stored-at', place))}
      <NoticeList label={say(message('start.adopt.stored-at', place))} items={problems} />
      <div className={fields.actions}>
        {hasSheet && (
          <Button
            size="small"
            aria-label={say(message('start.adopt.change-named', place))}
            onClick={() => onDraft({ adoption: confirmAdoption(snapshot, adoption), proposal: null, replaces: one.id })}
          >
            {say('start.adopt.change')}
          </Button>
        )}
        <RemoveButton
          one={one}
          name={say(message('start.adopt.remove-named', place))}
          done={message('start.adopt.removed', place)}
          onWritten={onWritten}
        />
      </div>
    </>
  );
}

function Lost({ one, onWritten }: OneProps) {
  const { say } = usePane();
  const fields = useFields();
  const sections = useSections();
  return (
    <>
      {say('start.adopt.stored-lost')}
      {one.problem && <p className={sections.note}>{say(one.problem)}</p>}
      <div className={fields.actions}>
        <RemoveButton
          one={one}
          name={say('start.adopt.remove')}
          done={message('start.adopt.removed-lost')}
          onWritten={onWritten}
        />
      </div>
    </>
  );
}

interface RemoveButtonProps {
  readonly one: StoredAdoption;
  readonly name: string;
  readonly done: ReturnType<typeof message>;
  readonly onWritten: () => void;
}

function RemoveButton({ one, name, done, onWritten }: RemoveButtonProps) {
  const { say } = usePane();
  const { stay } = useStart();
  const { write, busy } = useWriter();
  const remove = async () => {
    stay();
    if (await write((now) => success(removeEdits(now, one.id)), done)) onWritten();
  };
  return (
    <Button size="small" disabledFocusable={busy} aria-label={name} onClick={() => void remove()}>
      {say('start.adopt.remove')}
    </Button>
  );
}
