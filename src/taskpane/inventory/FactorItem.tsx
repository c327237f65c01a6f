import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { message, type Message } from '../../core/message';
import type { ReferenceFactor } from '../../core/reference/factor';
import { grouped } from '../../locales/numbers';
import { Chevron } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { FactorDetail } from './FactorDetail';
import { regionName } from './regionName';

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  opener: {
    display: 'flex',
    gap: '6px',
    width: '100%',
    padding: '6px 4px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, textDecorationLine: 'none' },
  },
  body: { flex: '1 1 0', minWidth: 0, overflowWrap: 'anywhere' },
  line: { display: 'block' },
  value: { display: 'block', fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  small: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface FactorItemProps {
  readonly factor: ReferenceFactor;
  readonly known: Known;
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A factor in the list of those found; all about it opens in place. */
export function FactorItem({ factor, known, open, onToggle }: FactorItemProps) {
  const { say, language } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const origin = [regionName(factor.region, language, say), say(validText(factor)), factor.publisher];
  return (
    <li className={styles.item}>
      <button
        type="button"
        className={mergeClasses(controls.row, styles.opener)}
        aria-expanded={open}
        onClick={onToggle}
      >
        <Chevron open={open} />
        <span className={styles.body}>
          <span className={styles.line}>{language === 'ja' ? factor.nameJa : factor.nameEn}</span>
          <span className={styles.value}>
            {grouped(factor.value)} {factor.unit}
          </span>
          <span className={styles.small}>{origin.join(' · ')}</span>
        </span>
      </button>
      {open && <FactorDetail factor={factor} known={known} />}
    </li>
  );
}

/** For which activity the source means it, or else when it was measured. */
export function validText({ validFrom, validTo, resultYear }: ReferenceFactor): Message {
  if (validFrom !== null || validTo !== null)
    return message('inventory.library.valid', { from: validFrom ?? '', to: validTo ?? '' });
  return resultYear === null
    ? message('inventory.library.year-unstated')
    : message('inventory.library.measured', { year: resultYear });
}
