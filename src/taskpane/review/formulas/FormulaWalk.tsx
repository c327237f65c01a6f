import * as React from 'react';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import { formulaDecision, formulaId } from '../../../core/review/decisions/formulaDecision';
import type { Decision } from '../../../core/review/decisions/entries';
import type { UniqueFormula } from '../../../core/review/formulas/uniqueFormulas';
import { ChoiceField, TextField } from '../../inventory/fields';
import { usePane } from '../../paneContext';
import { useRole } from '../../role';
import { useSections } from '../../styles';
import { EntryForm } from '../decisions/EntryForm';
import { useDeciding, useName } from '../decisions/useDeciding';
import { useReviewing } from '../reviewContext';
import type { Found } from '../run';
import { today } from '../today';
import { FormulaCard } from './FormulaCard';
import { commandOf, type Command } from './keys';

const useStyles = makeStyles({
  walk: { outline: 'none' },
  bar: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '6px', margin: '6px 0' },
  place: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold, marginInlineEnd: 'auto' },
});

const KINDS = ['all', 'open', 'found'] as const;
type Kind = (typeof KINDS)[number];

/** Unique formulas one by one: accept, question, next. */
export function FormulaWalk({ found }: { readonly found: Found }) {
  const { say } = usePane();
  const { role } = useRole();
  const styles = useStyles();
  const sections = useSections();
  const [kind, setKind] = React.useState<Kind>('all');
  const [at, setAt] = React.useState(0);
  const [asking, setAsking] = React.useState(false);
  const [name, setName] = useName();
  const { put } = useDeciding();
  const { record } = useReviewing();
  const decisionOf = (formula: UniqueFormula) => record.decisions.get(formulaId(formula))?.entry;
  const list = useKind(found, kind, record.decisions);
  const shown = Math.min(at, list.length - 1);
  const formula = list[shown];
  const place = React.useRef<HTMLDivElement>(null);
  const go = (step: number) => {
    setAsking(false);
    setAt(Math.max(0, Math.min(list.length - 1, shown + step)));
  };
  const write = (state: Decision['state'], text: string, by: string) =>
    put(
      [formulaDecision(formula!, { state, text, by, date: today(), round: record.round })],
      'reviewer.written.decision',
    );
  const accept = async () => {
    if (name.trim() === '' || !formula) return;
    // Of formulas without a decision the accepted one goes, and the next takes its place.
    if ((await write('accepted', '', name.trim())) && kind !== 'open') go(1);
  };
  const commands: Record<Command, () => void> = {
    accept: () => void accept(),
    question: () => setAsking(true),
    next: () => go(1),
    previous: () => go(-1),
  };
  const canDecide = role === 'reviewer';
  return (
    <div
      ref={place}
      className={styles.walk}
      role="group"
      aria-label={say('reviewer.formulas.title')}
      tabIndex={-1}
      onKeyDown={(event) => {
        const command = commandOf(event, canDecide);
        if (!command) return;
        event.preventDefault();
        commands[command]();
      }}
    >
      <ChoiceField
        label={say('reviewer.formulas.show')}
        value={kind}
        onChange={(chosen) => {
          setKind(chosen);
          setAt(0);
        }}
        options={KINDS.map((each) => ({ name: each, text: say(`reviewer.formulas.kind.${each}`) }))}
      />
      {canDecide && name.trim() === '' && <NameFirst onName={setName} />}
      <p className={sections.note}>{say(canDecide ? 'reviewer.formulas.keys' : 'reviewer.formulas.keys-author')}</p>
      {!formula && <p>{say('reviewer.formulas.none-shown')}</p>}
      {formula && (
        <>
          <div className={styles.bar}>
            <span className={styles.place} role="status">
              {say(message('reviewer.formulas.place', { at: shown + 1, of: list.length }))}
            </span>
            <Button size="small" disabledFocusable={shown === 0} aria-keyshortcuts="P" onClick={commands.previous}>
              {say('reviewer.formulas.previous')}
            </Button>
            <Button
              size="small"
              disabledFocusable={shown === list.length - 1}
              aria-keyshortcuts="N"
              onClick={commands.next}
            >
              {say('reviewer.formulas.next')}
            </Button>
          </div>
          <FormulaCard key={formulaId(formula)} found={found} formula={formula} />
          {canDecide && (
            <div className={styles.bar}>
              <Button
                size="small"
                appearance="primary"
                disabledFocusable={name.trim() === ''}
                aria-keyshortcuts="A"
                onClick={commands.accept}
              >
                {say('reviewer.formulas.accept')}
              </Button>
              <Button size="small" aria-keyshortcuts="Q" aria-expanded={asking} onClick={commands.question}>
                {say('reviewer.formulas.question')}
              </Button>
            </div>
          )}
          {asking && (
            <EntryForm
              kind="decision"
              text={decisionOf(formula)?.text ?? ''}
              state="open"
              onSave={({ state, text, by }) => write(state, text, by)}
              onClose={() => {
                setAsking(false);
                place.current?.focus();
              }}
            />
          )}
        </>
      )}
    </div>
  );
}

function NameFirst({ onName }: { readonly onName: (name: string) => void }) {
  const { say } = usePane();
  const [text, setText] = React.useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onName(text.trim());
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <TextField label={say('reviewer.form.by')} value={text} onChange={setText} />
      <Button size="small" type="submit" disabledFocusable={text.trim() === ''}>
        {say('reviewer.form.set-name')}
      </Button>
    </form>
  );
}

/** All, those without a standing decision, or those with a finding in one of their cells. */
function useKind(
  { formulas, snapshot }: Found,
  kind: Kind,
  decisions: ReadonlyMap<string, unknown>,
): readonly UniqueFormula[] {
  return React.useMemo(() => {
    if (kind === 'open') return formulas.unique.filter((formula) => !decisions.has(formulaId(formula)));
    if (kind === 'all') return formulas.unique;
    const odd = new Set(formulas.findings.map(({ sheet, formulaR1C1 }) => `${sheet}\n${formulaR1C1}`));
    return formulas.unique.filter(({ sheet, r1c1 }) => odd.has(`${sheet}\n${r1c1}`));
  }, [formulas, snapshot, kind, decisions]);
}
