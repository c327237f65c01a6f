import { makeStyles, tokens } from '@fluentui/react-components';
import { wordedFormula } from '../../../core/review/formulas/wordedFormula';
import type { CellRef } from '../../../core/workbook/cell';
import { usePane } from '../../paneContext';
import { bookOf } from '../bookOf';
import type { Found } from '../run';

const useStyles = makeStyles({
  list: { margin: '6px 0' },
  term: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  text: { margin: '0 0 4px', overflowWrap: 'anywhere' },
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  named: { fontWeight: tokens.fontWeightSemibold },
});

interface FormulaProps {
  readonly found: Found;
  readonly cell: CellRef;
  /** A1 without `=`. */
  readonly text: string;
  readonly r1c1: string;
}

/** A formula in words, as it stands in its first cell, and independent of its place where that reads otherwise. */
export function Formula({ found, cell, text, r1c1 }: FormulaProps) {
  const { say } = usePane();
  const styles = useStyles();
  const words = wordedFormula(text, cell, bookOf(found.snapshot));
  return (
    <dl className={styles.list}>
      {words.some(({ kind }) => kind === 'named') && (
        <>
          <dt className={styles.term}>{say('reviewer.formulas.words')}</dt>
          <dd className={styles.text}>
            =
            {words.map(({ text: word, kind }, at) =>
              kind === 'named' ? (
                <span key={at} className={styles.named}>
                  {say('reviewer.formulas.open-quote')}
                  {word}
                  {say('reviewer.formulas.close-quote')}
                </span>
              ) : (
                word
              ),
            )}
          </dd>
        </>
      )}
      <dt className={styles.term}>A1</dt>
      <dd className={styles.text}>
        <code className={styles.code}>={text}</code>
      </dd>
      {r1c1 !== text && (
        <>
          <dt className={styles.term}>R1C1</dt>
          <dd className={styles.text}>
            <code className={styles.code}>={r1c1}</code>
          </dd>
        </>
      )}
    </dl>
  );
}
