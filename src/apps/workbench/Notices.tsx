import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { Translate } from '../../locales/translator';
import type { Notice } from './useWorkbook';

const useStyles = makeStyles({ notices: { flexShrink: 0 } });

interface NoticesProps {
  readonly say: Translate;
  readonly notices: readonly Notice[];
  readonly onDismiss: () => void;
}

/** What the page has to say, one sentence a line, until it is dismissed. */
export function Notices({ say, notices, onDismiss }: NoticesProps) {
  const styles = useStyles();
  if (notices.length === 0) return null;
  const isError = notices.some(({ kind }) => kind === 'error');
  return (
    <MessageBar
      className={styles.notices}
      intent={isError ? 'error' : 'info'}
      layout="multiline"
      role={isError ? 'alert' : 'status'}
    >
      <MessageBarBody>
        {notices.map(({ message }, index) => (
          <div key={index}>{say(message)}</div>
        ))}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onDismiss}>{say('workbench.dismiss')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
