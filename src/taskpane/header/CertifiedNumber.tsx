import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Result } from '../../core/calculation/types';
import { message } from '../../core/message';
import { reported, unrounded } from '../../locales/numbers';
import { Hint } from '../Hint';
import { Chevron } from '../icons';
import { usePane } from '../paneContext';
import { useControls } from '../styles';

const useStyles = makeStyles({
  block: { padding: '4px 12px' },
  label: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  button: {
    display: 'inline-flex',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    columnGap: '5px',
    maxWidth: '100%',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
      textDecorationLine: 'none',
    },
  },
  digits: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  // Digits that run over the end of a line are misread.
  many: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  // The arrow never stands on a line of its own.
  end: { display: 'inline-flex', alignItems: 'baseline', columnGap: '4px', minWidth: 0 },
  unit: { overflowWrap: 'anywhere' },
  sense: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  missing: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    color: tokens.colorNeutralForeground3,
  },
  old: { color: tokens.colorNeutralForeground3 },
});

/** Characters that fit the narrowest pane in large letters. */
const MOST_LARGE = 14;

interface CertifiedNumberProps {
  readonly label: string;
  readonly result: Result;
  /** What the number is per or over, after the unit. */
  readonly sense: readonly string[];
  /** What a minus means here. */
  readonly whenNegative: string;
  /** The workbook may have changed since. */
  readonly outdated: boolean;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** One of the two numbers that are certified. Pressed, it shows where it comes from. */
export function CertifiedNumber(props: CertifiedNumberProps) {
  const { say } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.block}>
      <h2 className={styles.label}>{props.label}</h2>
      {props.result.value === null ? (
        <p className={styles.missing}>{say('pane.number.none')}</p>
      ) : (
        <Present {...props} />
      )}
    </div>
  );
}

function Present({ result, sense, whenNegative, outdated, open, onToggle }: CertifiedNumberProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const value = result.value!;
  const digits = reported(value, result.rounding);
  const exact = message('pane.number.exact', { value: unrounded(value), unit: result.unit });
  const notes = value.isNegative() && !value.isZero() ? [whenNegative, ...sense] : sense;
  return (
    <>
      <Hint text={say(exact)}>
        {(describedBy) => (
          <button
            type="button"
            className={mergeClasses(controls.row, styles.button, outdated && styles.old)}
            aria-expanded={open}
            aria-describedby={describedBy}
            onClick={onToggle}
          >
            <span className={mergeClasses(styles.digits, digits.length > MOST_LARGE && styles.many)}>{digits}</span>
            <span className={styles.end}>
              <span className={styles.unit}>{result.unit}</span>
              <Chevron open={open} />
            </span>
          </button>
        )}
      </Hint>
      {notes.map((note) => (
        <span key={note} className={styles.sense}>
          {note}
        </span>
      ))}
    </>
  );
}
