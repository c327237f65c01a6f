import * as React from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { DECISION_STATES, type DecisionState } from '../../../core/review/decisions/entries';
import { Choice } from '../../Choice';
import { TextArea, TextField } from '../../inventory/fields';
import { usePane } from '../../paneContext';
import { useWriter } from '../../writing/useWriter';
import { useName } from './useDeciding';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: '6px', padding: '4px 0 10px' },
  buttons: { display: 'flex', gap: '8px' },
});

interface EntryFormProps {
  /** What is being written: `reason`, `reply` or `decision`. */
  readonly kind: 'reason' | 'reply' | 'decision';
  readonly text: string;
  /** The state a decision begins with. */
  readonly state?: DecisionState;
  readonly onSave: (entry: {
    readonly by: string;
    readonly text: string;
    readonly state: DecisionState;
  }) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A few lines about a finding: who writes them, for a reviewer also what is decided. Escape leaves it. */
export function EntryForm({ kind, text: first, state: firstState = 'open', onSave, onClose }: EntryFormProps) {
  const { say } = usePane();
  const { busy } = useWriter();
  const styles = useStyles();
  const [text, setText] = React.useState(first);
  const [state, setState] = React.useState<DecisionState>(firstState);
  const [by, setBy] = useName();
  const place = React.useRef<HTMLFormElement>(null);
  React.useEffect(() => place.current?.querySelector<HTMLElement>('[aria-pressed=true], textarea')?.focus(), []);
  const missing = missingOf(kind, by, text, state);
  const save = async () => {
    if (missing === null && (await onSave({ by: by.trim(), text: text.trim(), state }))) onClose();
  };
  return (
    <form
      ref={place}
      className={styles.form}
      aria-label={say(`reviewer.form.${kind}`)}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        // Letters typed here are no commands of the list.
        event.stopPropagation();
        if (event.key === 'Escape') onClose();
      }}
    >
      {kind === 'decision' && (
        <Choice
          label={say('reviewer.form.state')}
          options={DECISION_STATES.map((name) => ({ name, text: say(`decisions.state.${name}`) }))}
          chosen={state}
          onChoose={setState}
        />
      )}
      <TextArea label={say(`reviewer.form.${kind}-text`)} value={text} onChange={setText} />
      <TextField label={say('reviewer.form.by')} value={by} onChange={setBy} />
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          appearance="primary"
          disabledFocusable={missing !== null || busy}
          title={missing === null ? undefined : say(missing)}
        >
          {say('reviewer.form.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {say('reviewer.form.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** An acceptance speaks for itself; everything else needs words. */
function missingOf(kind: EntryFormProps['kind'], by: string, text: string, state: DecisionState): string | null {
  if (by.trim() === '') return 'reviewer.form.needs-name';
  const speaks = kind === 'decision' && state === 'accepted';
  return text.trim() === '' && !speaks ? 'reviewer.form.needs-text' : null;
}
