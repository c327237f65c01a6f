import * as React from 'react';
import { makeStyles } from '@fluentui/react-components';
import { progressOf } from '../../core/entry/progress';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { ProgressRow } from './ProgressRow';

const useStyles = makeStyles({ list: { listStyle: 'none', margin: '6px 0 0', padding: 0 } });

/** Each table of the case: what is complete, what is not, where it is. */
export function Progress({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { snapshot, outcome } = known;
  const tables = React.useMemo(() => progressOf(snapshot, outcome.case, outcome.problems), [snapshot, outcome]);
  return (
    <>
      <p className={sections.note}>{say('inventory.progress.note')}</p>
      <ul className={styles.list}>
        {tables.map((progress) => (
          <ProgressRow key={progress.table} progress={progress} known={known} />
        ))}
      </ul>
    </>
  );
}
