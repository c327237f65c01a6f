import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from './paneContext';

const useStyles = makeStyles({
  empty: { padding: '24px 16px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  action: { margin: '8px 0 0' },
});

/** A workbook that is no case. */
export function Empty() {
  const { say } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.empty}>
      <h2 className={styles.title}>{say('pane.empty.title')}</h2>
      <p className={styles.action}>{say('pane.empty.action')}</p>
    </div>
  );
}
