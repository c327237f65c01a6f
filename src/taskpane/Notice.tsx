import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Icon } from './icons';
import { intoView } from './intoView';
import { useControls } from './styles';

const useStyles = makeStyles({
  notice: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    padding: '8px 12px',
    borderBottom: `1px solid ${tokens.colorStatusDangerBorder1}`,
    backgroundColor: tokens.colorStatusDangerBackground1,
  },
  icon: { flex: 'none', marginTop: '2px', color: tokens.colorPaletteRedForeground1 },
  body: { flex: '1 1 0', minWidth: 0 },
  text: { margin: '0 0 6px', overflowWrap: 'anywhere' },
  action: {
    minHeight: '26px',
    padding: '0 10px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
  },
});

interface NoticeProps {
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}

/** Something did not work: a sentence, and what can be done. It comes into sight by itself, and hands the focus back when it goes. */
export function Notice({ text, action, onAction }: NoticeProps) {
  const styles = useStyles();
  const controls = useControls();
  const place = React.useRef<HTMLDivElement>(null);
  const before = React.useRef<Element | null>(null);
  React.useEffect(() => {
    before.current = document.activeElement;
    intoView(place.current);
  }, [text]);
  const act = () => {
    onAction();
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  return (
    <div ref={place} className={styles.notice} role="alert">
      <Icon shape="blocks" className={styles.icon} />
      <div className={styles.body}>
        <p className={styles.text}>{text}</p>
        <button type="button" className={mergeClasses(controls.row, styles.action)} onClick={act}>
          {action}
        </button>
      </div>
    </div>
  );
}
