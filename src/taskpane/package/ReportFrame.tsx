import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { PackageFile } from '../../core/package/packageFile';
import { Chevron } from '../icons';
import { usePane } from '../paneContext';
import { useControls } from '../styles';

const REPORT = 'data/report.html';

const useStyles = makeStyles({
  frame: {
    boxSizing: 'border-box',
    width: '100%',
    height: '70vh',
    minHeight: '320px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: 'white',
  },
});

/** The report of a package, to look at. It may be anybody's: nothing in it runs, and it reaches nothing around it. */
export function ReportFrame({ files }: { readonly files: readonly PackageFile[] }) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [open, setOpen] = React.useState(false);
  const report = files.find(({ path }) => path === REPORT);
  if (!report) return null;
  return (
    <>
      <button type="button" className={controls.quiet} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Chevron open={open} />
        {say('submit.report.show')}
      </button>
      {open && (
        <iframe
          className={styles.frame}
          title={say('submit.report.title')}
          sandbox=""
          referrerPolicy="no-referrer"
          srcDoc={new TextDecoder().decode(report.bytes)}
        />
      )}
    </>
  );
}
