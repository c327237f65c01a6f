import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message } from '../../../core/message';
import type { Criterion } from '../../../core/review/finding';
import type { RuleStatus, Status } from '../../../core/review/review';
import { Chevron, Icon } from '../../icons';
import { usePane } from '../../paneContext';
import { useControls } from '../../styles';
import { SHAPE_OF, useSeverityColours } from './severityLook';

const useStyles = makeStyles({
  opener: { marginTop: '6px', fontSize: tokens.fontSizeBase200 },
  list: { listStyle: 'none', margin: 0, padding: '0 4px', fontSize: tokens.fontSizeBase200 },
  rule: { padding: '4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  head: { display: 'flex', gap: '6px', alignItems: 'baseline' },
  word: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap', flex: 'none' },
  done: { color: tokens.colorStatusSuccessForeground1 },
  check: { display: 'block', color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

interface RulesProps {
  readonly criterion: Criterion;
  readonly rules: readonly RuleStatus[];
}

/** Everything that is checked under a review item, passed or not. */
export function Rules({ rules }: RulesProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [open, setOpen] = React.useState(false);
  const id = React.useId();
  return (
    <>
      <button
        type="button"
        className={mergeClasses(controls.quiet, styles.opener)}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Chevron open={open} />
        {say(message('reviewer.rules', { count: rules.length }))}
      </button>
      {open && (
        <ul className={styles.list} id={id}>
          {rules.map(({ rule, status }) => (
            <li key={rule} className={styles.rule}>
              <span className={styles.head}>
                <StatusWord status={status} />
                <span>{say(`rules.${rule}.title`)}</span>
              </span>
              <span className={styles.check}>{say(`rules.${rule}.check`)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function StatusWord({ status }: { readonly status: Status }) {
  const { say } = usePane();
  const styles = useStyles();
  const colours = useSeverityColours();
  return (
    <span className={mergeClasses(styles.word, status === 'passes' ? styles.done : colours[status])}>
      <Icon shape={status === 'passes' ? 'done' : SHAPE_OF[status]} size={14} />
      {say(status === 'passes' ? 'reviewer.passes' : `pane.severity.${status}`)}
    </span>
  );
}
