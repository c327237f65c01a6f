import * as React from 'react';
import { Button, makeStyles } from '@fluentui/react-components';
import { DECISION_STATES, type DecisionState } from '../../../core/review/decisions/entries';
import { Choice } from '../../Choice';
import { TextArea, TextField } from '../../inventory/fields';
import { intoView } from '../../intoView';
import { usePane } from '../../paneContext';
import { useSections } from '../../styles';
import { useWriter } from '../../writing/useWriter';
import { useName } from './useDeciding';

const useStyles = makeStyles({
  // A line of its own among the buttons that open it.
  form: { flex: '1 0 100%', minWidth: 0, padding: '4px 4px 10px' },
  field: { margin: '6px 0' },
  buttons: { display: 'flex', gap: '8px', marginTop: '10px' },
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
export function EntryForm({ kind, text: before, state: firstState = 'open', onSave, onClose }: EntryFormProps) {
  const { say } = usePane();
  const { busy } = useWriter();
  const styles = useStyles();
  const sections = useSections();
  const [text, setText] = React.useState(before);
  const [state, setState] = React.useState<DecisionState>(firstState);
  const [by, setBy] = useName();
  const place = React.useRef<HTMLFormElement>(null);
  const why = React.useId();
  // A question is words; a decision begins with what is decided.
  const first = kind === 'decision' && firstState !== 'open' ? '[aria-pressed=true]' : 'textarea';
  React.useEffect(() => {
    place.current?.querySelector<HTMLElement>(first)?.focus();
    intoView(place.current);
  }, []);
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
      <div className={styles.field}>
        <TextArea label={say(`reviewer.form.${kind}-text`)} value={text} onChange={setText} />
      </div>
      <div className={styles.field}>
        <TextField label={say('reviewer.form.by')} value={by} onChange={setBy} />
      </div>
      <div className={styles.buttons}>
        <Button
          type="submit"
          size="small"
          appearance="primary"
          disabledFocusable={missing !== null || busy}
          aria-describedby={missing === null ? undefined : why}
        >
          {say('reviewer.form.save')}
        </Button>
        <Button size="small" onClick={onClose}>
          {say('reviewer.form.cancel')}
        </Button>
      </div>
      {missing !== null && (
        <p id={why} className={sections.note}>
          {say(missing)}
        </p>
      )}
    </form>
  );
}

/** An acceptance speaks for itself; everything else needs words. */
function missingOf(kind: EntryFormProps['kind'], by: string, text: string, state: DecisionState): string | null {
  if (by.trim() === '') return 'reviewer.form.needs-name';
  const speaks = kind === 'decision' && state === 'accepted';
  return text.trim() === '' && !speaks ? 'reviewer.form.needs-text' : null;
}
