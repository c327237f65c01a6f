import * as React from 'react';
import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components';
import type { Result } from '../../core/calculation/types';
import { message, type Message } from '../../core/message';
import { reported, unrounded } from '../../locales/numbers';
import { Icon } from '../icons';
import { usePane } from '../paneContext';
import { useControls } from '../styles';

const MOST_REASONS = 3;

const useStyles = makeStyles({
  block: { padding: '6px 12px' },
  label: {
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  button: { display: 'inline-flex', alignItems: 'baseline', flexWrap: 'wrap', columnGap: '6px', maxWidth: '100%' },
  digits: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
  },
  unit: { fontSize: tokens.fontSizeBase300, overflowWrap: 'anywhere' },
  chevron: { alignSelf: 'center', color: tokens.colorNeutralForeground3 },
  open: { transform: 'rotate(90deg)' },
  sense: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  missing: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    color: tokens.colorNeutralForeground3,
  },
  reasons: {
    margin: '2px 0 0',
    paddingLeft: '16px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  old: { color: tokens.colorNeutralForeground3 },
});

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

/** One of the two numbers that are certified, or why there is none. Pressed, it shows where it comes from. */
export function CertifiedNumber(props: CertifiedNumberProps) {
  const styles = useStyles();
  const { label, result } = props;
  return (
    <div className={styles.block}>
      <h2 className={styles.label}>{label}</h2>
      {result.value === null ? <Missing reasons={result.reasons} /> : <Present {...props} />}
    </div>
  );
}

function Present({ label, result, sense, whenNegative, outdated, open, onToggle }: CertifiedNumberProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const value = result.value!;
  const exact = say(message('pane.number.exact', { value: unrounded(value), unit: result.unit }));
  return (
    <>
      <Tooltip content={exact} relationship="description" positioning="below-start">
        <button
          type="button"
          className={mergeClasses(controls.row, styles.button, outdated && styles.old)}
          aria-expanded={open}
          aria-label={`${label} ${reported(value, result.rounding)} ${result.unit} – ${say('pane.trace.open')}`}
          onClick={onToggle}
        >
          <span className={styles.digits}>{reported(value, result.rounding)}</span>
          <span className={styles.unit}>{result.unit}</span>
          <Icon shape="next" size={14} className={mergeClasses(styles.chevron, open && styles.open)} />
        </button>
      </Tooltip>
      {value.isNegative() && !value.isZero() && <span className={styles.sense}>{whenNegative}</span>}
      {sense.map((part) => (
        <span key={part} className={styles.sense}>
          {part}
        </span>
      ))}
    </>
  );
}

function Missing({ reasons }: { readonly reasons: readonly Message[] }) {
  const { say } = usePane();
  const styles = useStyles();
  const texts = [...new Set(reasons.map(say))];
  return (
    <>
      <p className={styles.missing}>{say('pane.number.none')}</p>
      <ul className={styles.reasons}>
        {texts.slice(0, MOST_REASONS).map((text) => (
          <li key={text}>{text}</li>
        ))}
        {texts.length > MOST_REASONS && (
          <li>{say(message('pane.number.more-reasons', { count: texts.length - MOST_REASONS }))}</li>
        )}
      </ul>
    </>
  );
}
