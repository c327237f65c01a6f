import { makeStyles, tokens } from '@fluentui/react-components';
import type { Known } from './outcome/followWorkbook';
import { usePane } from './paneContext';
import { whenNeeded } from './whenNeeded';

const StartView = whenNeeded(() => import('./start/StartView').then((module) => module.StartView));

const useStyles = makeStyles({
  empty: { padding: '16px 12px 4px' },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  action: { margin: '8px 0 0' },
});

/** A workbook that is no case, and the ways to one. */
export function Empty({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  return (
    <>
      <div className={styles.empty}>
        <h2 className={styles.title}>{say('pane.empty.title')}</h2>
        <p className={styles.action}>{say('pane.empty.action')}</p>
      </div>
      <StartView known={known} />
    </>
  );
}
