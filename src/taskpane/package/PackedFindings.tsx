import { makeStyles, tokens } from '@fluentui/react-components';
import type { Finding, FindingSeverity } from '../../core/review/finding';
import { More, useFirst } from '../More';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

const ORDER: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];

const useStyles = makeStyles({
  list: { margin: '4px 0 0', paddingLeft: '18px', overflowWrap: 'anywhere' },
  row: { padding: '2px 0' },
  settle: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** What was found in the packaged case, as the package says it. */
export function PackedFindings({ findings }: { readonly findings: readonly Finding[] }) {
  const { say } = usePane();
  const sections = useSections();
  if (findings.length === 0) return <p className={sections.note}>{say('submit.findings.none')}</p>;
  return ORDER.map((severity) => (
    <Group key={severity} severity={severity} findings={findings.filter((one) => one.severity === severity)} />
  ));
}

interface GroupProps {
  readonly severity: FindingSeverity;
  readonly findings: readonly Finding[];
}

function Group({ severity, findings }: GroupProps) {
  const { say } = usePane();
  const sections = useSections();
  const styles = useStyles();
  const { first, hidden, showMore } = useFirst(findings, findings);
  if (findings.length === 0) return null;
  return (
    <>
      <h4 className={sections.subtitle}>
        {say(`submit.findings.${severity}`)} {findings.length}
      </h4>
      <ul className={styles.list}>
        {first.map(({ id, message, settle, criterion }) => (
          <li key={id} className={styles.row}>
            {criterion} {say(message)}
            {settle && <span className={styles.settle}>{say(settle)}</span>}
          </li>
        ))}
      </ul>
      <More hidden={hidden} onMore={showMore} text="start.more" />
    </>
  );
}
