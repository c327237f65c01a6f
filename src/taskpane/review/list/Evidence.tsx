import { makeStyles, tokens } from '@fluentui/react-components';
import { cellOf } from '../../../core/case/cellOf';
import type { Criterion } from '../../../core/review/finding';
import { evidenceOf } from '../../../core/review/evidenceOf';
import { usePane } from '../../paneContext';
import { useControls } from '../../styles';
import { useReviewing } from '../reviewContext';

const useStyles = makeStyles({
  heading: { margin: '8px 0 0', fontSize: tokens.fontSizeBase200, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '18px', fontSize: tokens.fontSizeBase200 },
  file: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** The documents cited under a review item, each a way to its row. */
export function Evidence({ criterion }: { readonly criterion: Criterion }) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const { known } = useReviewing();
  const { case: read } = known.outcome;
  const cited = evidenceOf(read, criterion);
  if (cited.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{say('reviewer.evidence')}</h3>
      <ul className={styles.list}>
        {cited.map(({ ref, title, file }) => {
          const cell = cellOf(read.locations, ref, 'id') ?? { sheet: ref.sheet, row: ref.row, column: 0 };
          return (
            <li key={ref.id}>
              <button type="button" className={controls.link} onClick={() => reveal(cell)}>
                {ref.id}
              </button>{' '}
              {title} {file && <span className={styles.file}>{file}</span>}
            </li>
          );
        })}
      </ul>
    </>
  );
}
