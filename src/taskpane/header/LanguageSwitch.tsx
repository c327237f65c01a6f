import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Language } from '../../locales/translator';
import { usePane } from '../paneContext';
import { useControls } from '../styles';

const LANGUAGES: readonly Language[] = ['ja', 'en'];

const useStyles = makeStyles({
  group: { display: 'flex' },
  choice: { minHeight: '24px', padding: '0 4px', whiteSpace: 'nowrap', fontSize: tokens.fontSizeBase200 },
  chosen: { fontWeight: tokens.fontWeightSemibold, textDecorationLine: 'underline', textUnderlineOffset: '3px' },
});

export function LanguageSwitch({ onChoose }: { readonly onChoose: (language: Language) => void }) {
  const { say, language } = usePane();
  const styles = useStyles();
  const controls = useControls();
  return (
    <div className={styles.group} role="group" aria-label={say('pane.language.label')}>
      {LANGUAGES.map((each) => (
        <button
          key={each}
          type="button"
          lang={each}
          aria-pressed={each === language}
          className={mergeClasses(controls.row, styles.choice, each === language && styles.chosen)}
          onClick={() => onChoose(each)}
        >
          {say(`pane.language.${each}`)}
        </button>
      ))}
    </div>
  );
}
