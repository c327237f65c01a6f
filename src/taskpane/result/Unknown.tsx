import { makeStyles, tokens } from '@fluentui/react-components';
import type { Message } from '../../core/message';
import { usePane } from '../paneContext';
import { useSections } from '../styles';

const useStyles = makeStyles({
  reasons: {
    margin: '4px 0 0',
    paddingLeft: '16px',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
});

const MOST = 4;

interface UnknownProps {
  /** What is not known, as a sentence. */
  readonly text: string;
  readonly reasons: readonly Message[];
}

/** Stands where a number would, and says why there is none. */
export function Unknown({ text, reasons }: UnknownProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const texts = [...new Set(reasons.map(say))].slice(0, MOST);
  return (
    <>
      <p className={sections.note}>{text}</p>
      {texts.length > 0 && (
        <ul className={styles.reasons}>
          {texts.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      )}
    </>
  );
}
