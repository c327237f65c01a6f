import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Check, CheckState } from '../../core/package/verify/verifyPackage';
import { Icon } from '../icons';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

const useStyles = makeStyles({
  list: { margin: '8px 0', padding: 0, listStyleType: 'none' },
  item: { padding: '6px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', alignItems: 'flex-start', gap: '6px' },
  icon: { marginTop: '2px' },
  name: { flex: '1 1 0', minWidth: 0 },
  state: { flex: 'none', fontSize: tokens.fontSizeBase200 },
  faults: { margin: '4px 0 0', paddingLeft: '22px', fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  passed: { color: tokens.colorStatusSuccessForeground1 },
  warned: { color: tokens.colorStatusWarningForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  'not-checked': { color: tokens.colorNeutralForeground2 },
});

const SHAPES = { passed: 'done', warned: 'warns', failed: 'blocks', 'not-checked': 'notes' } as const satisfies Record<
  CheckState,
  string
>;

/** Every check that was made of a package, each with its result, whatever it is. */
export function ChecksList({ checks }: { readonly checks: readonly Check[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {checks.map((check) => (
        <CheckRow key={check.id} check={check} />
      ))}
    </ul>
  );
}

function CheckRow({ check: { id, state, faults, reason } }: { readonly check: Check }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { first, hidden, showMore } = useFirst(faults, faults);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={mergeClasses(styles.icon, styles[state])}>
          <Icon shape={SHAPES[state]} size={14} />
        </span>
        <span className={styles.name}>{say(`package.checks.${id}`)}</span>
        <span className={mergeClasses(styles.state, styles[state])}>{say(`submit.states.${state}`)}</span>
      </div>
      {reason !== null && <p className={sections.note}>{say(`package.reasons.${reason}`)}</p>}
      {faults.length > 0 && (
        <ul className={styles.faults}>
          {first.map((fault, index) => (
            <li key={index}>{say(fault.message)}</li>
          ))}
        </ul>
      )}
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </li>
  );
}
