import { ASSURANCE_LEVELS, OPINIONS, type OpinionInput } from '../../../core/review/decisions/opinion';
import { makeStyles } from '@fluentui/react-components';
import { TextArea, TextField } from '../../inventory/fields';
import { usePane } from '../../paneContext';
import { Select } from '../../start/Field';
import { useName } from '../decisions/useDeciding';

/** A verification opinion while it is written; `kind` is empty where none is given. */
export interface OpinionDraft extends Pick<OpinionInput, 'level' | 'materiality' | 'scope' | 'text'> {
  readonly kind: OpinionInput['opinion'] | '';
  /** Row ids with commas. */
  readonly sampled: string;
}

export const NO_OPINION: OpinionDraft = {
  kind: '',
  level: 'limited',
  materiality: '',
  scope: '',
  sampled: '',
  text: '',
};

const useStyles = makeStyles({ fields: { display: 'grid', gap: '8px', marginTop: '8px' } });

interface OpinionFieldsProps {
  readonly draft: OpinionDraft;
  readonly onChange: (draft: OpinionDraft) => void;
}

/** 検証意見: which opinion, how sure, on what it rests. */
export function OpinionFields({ draft, onChange }: OpinionFieldsProps) {
  const { say } = usePane();
  const [by, setBy] = useName();
  const set = (more: Partial<OpinionDraft>) => onChange({ ...draft, ...more });
  const { kind, level, materiality, scope, sampled, text } = draft;
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      <TextField label={say('reviewer.form.by')} value={by} onChange={setBy} />
      <Select
        label={say('decisions.opinion.title')}
        options={[
          { name: '', text: say('reviewer.papers.no-opinion') },
          ...OPINIONS.map((name) => ({ name, text: say(`decisions.opinion.opinions.${name}`) })),
        ]}
        chosen={kind}
        onChoose={(name) => set({ kind: name as OpinionDraft['kind'] })}
      />
      {kind !== '' && (
        <>
          <Select
            label={say('reviewer.papers.level')}
            options={ASSURANCE_LEVELS.map((name) => ({ name, text: say(`decisions.opinion.levels.${name}`) }))}
            chosen={level}
            onChoose={(name) => set({ level: name as OpinionDraft['level'] })}
          />
          <TextField
            label={say('reviewer.papers.materiality')}
            value={materiality}
            inputMode="decimal"
            onChange={(value) => set({ materiality: value })}
          />
          <TextField
            label={say('reviewer.papers.sampled')}
            value={sampled}
            onChange={(value) => set({ sampled: value })}
          />
          <TextArea label={say('reviewer.papers.scope')} value={scope} onChange={(value) => set({ scope: value })} />
          <TextArea label={say('reviewer.papers.grounds')} value={text} onChange={(value) => set({ text: value })} />
        </>
      )}
    </div>
  );
}
