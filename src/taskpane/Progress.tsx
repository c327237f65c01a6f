import { makeStyles, tokens } from '@fluentui/react-components';
import { usePane } from './paneContext';
import { useControls } from './styles';

const useStyles = makeStyles({
  line: { display: 'flex', alignItems: 'center', gap: '10px', minHeight: '28px' },
  track: {
    flex: '1 1 0',
    height: '4px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralStroke1,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  done: {
    height: '100%',
    backgroundColor: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' },
  },
});

interface ProgressProps {
  readonly label: string;
  /** 0–1 */
  readonly part: number;
  readonly onStop: () => void;
}

/** Something that takes a while: how far it is, and a way to end it. */
export function Progress({ label, part, onStop }: ProgressProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const percent = Math.round(part * 100);
  return (
    <div className={styles.line} aria-busy>
      <div
        className={styles.track}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
      >
        <div className={styles.done} style={{ width: `${percent}%` }} />
      </div>
      <button type="button" className={controls.quiet} onClick={onStop}>
        {say('pane.progress.stop')}
      </button>
    </div>
  );
}
