import { makeStyles, tokens } from '@fluentui/react-components';
import { message, type Message } from '../../core/message';
import { usePane } from '../paneContext';

const MOST_REASONS = 4;

const useStyles = makeStyles({
  reasons: {
    margin: '0 12px 4px',
    paddingLeft: '16px',
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** Why a number is missing, each reason once. */
export function Reasons({ reasons }: { readonly reasons: readonly Message[] }) {
  const { say } = usePane();
  const styles = useStyles();
  const texts = [...new Set(reasons.map(say))];
  const hidden = texts.length - MOST_REASONS;
  if (texts.length === 0) return null;
  return (
    <ul className={styles.reasons} aria-label={say('pane.number.reasons')}>
      {texts.slice(0, MOST_REASONS).map((text) => (
        <li key={text}>{text}</li>
      ))}
      {hidden > 0 && <li>{say(message('pane.number.more-reasons', { count: hidden }))}</li>}
    </ul>
  );
}
