import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Icon } from './icons';

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
});

interface NoticeProps {
  readonly text: string;
  readonly action: string;
  readonly onAction: () => void;
}

/** Something did not work: a sentence, and what can be done. */
export function Notice({ text, action, onAction }: NoticeProps) {
  const styles = useStyles();
  return (
    <div className={styles.notice} role="alert">
      <Icon shape="blocks" className={styles.icon} />
      <div className={styles.body}>
        <p className={styles.text}>{text}</p>
        <Button size="small" onClick={onAction}>
          {action}
        </Button>
      </div>
    </div>
  );
}
