import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Language } from '../../locales/translator';
import { Icon } from '../icons';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { LanguageSwitch } from './LanguageSwitch';
import { RoleSwitch } from './RoleSwitch';

const useStyles = makeStyles({
  bar: { display: 'flex', alignItems: 'center', gap: '4px', padding: '4px 4px 0 12px' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  updating: { flex: '1 1 0', minWidth: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  settings: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '24px',
    padding: '0 2px',
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'nowrap',
  },
});

interface BarProps {
  /** A newer result is being made. */
  readonly updating: boolean;
  readonly onLanguage: (language: Language) => void;
  /** Whether settings are shown. */
  readonly settings: boolean;
  readonly onSettings: () => void;
}

/** The pane's first line: its name, what it is doing, and what concerns all of it. */
export function Bar({ updating, onLanguage, settings, onSettings }: BarProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  return (
    <div className={styles.bar}>
      <h1 className={styles.title}>{say('pane.title')}</h1>
      <span className={styles.updating} role="status">
        {updating ? say('pane.state.updating') : ''}
      </span>
      <RoleSwitch />
      <button
        type="button"
        className={mergeClasses(controls.row, styles.settings)}
        aria-pressed={settings}
        onClick={onSettings}
      >
        <Icon shape="settings" size={14} />
        {say('pane.settings.open')}
      </button>
      <LanguageSwitch onChoose={onLanguage} />
    </div>
  );
}
