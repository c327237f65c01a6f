import { makeStyles, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../core/calculation/types';
import { message } from '../../core/message';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { basisText } from './basisText';
import { settingName, settingText } from './settingText';

const useStyles = makeStyles({
  list: { margin: '6px 0 0' },
  row: { padding: '4px 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  key: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0 },
  basis: { marginLeft: '8px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
});

/** Every open choice of the method as it was made, with what it rests on. */
export function Choices({ assessment: { profile, settings } }: { readonly assessment: Assessment }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  return (
    <>
      <p className={sections.note}>
        {say(
          message('pane.settings.profile', { profile: say(`choices.profile.${profile.id}`), version: profile.version }),
        )}
      </p>
      <dl className={styles.list}>
        {settings.map((setting) => (
          <div key={setting.key} className={styles.row}>
            <dt className={styles.key}>{say(settingName(setting))}</dt>
            <dd className={styles.value}>
              {settingText(say, setting)}
              <span className={styles.basis}>
                {say(message(`pane.settings.${setting.from}-basis`, { basis: basisText(say, setting.basis) }))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
