import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useControls } from './styles';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: '6px', margin: '8px 0 4px' },
  option: {
    minHeight: '26px',
    padding: '0 8px',
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase200,
  },
  chosen: {
    backgroundColor: tokens.colorNeutralForeground2,
    color: tokens.colorNeutralBackground1,
    '@media (forced-colors: active)': {
      forcedColorAdjust: 'none',
      backgroundColor: 'Highlight',
      color: 'HighlightText',
    },
  },
});

interface ChoiceProps<Name extends string> {
  readonly label: string;
  readonly options: readonly { readonly name: Name; readonly text: string }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

/** One of a few ways to look at the same thing. */
export function Choice<Name extends string>({ label, options, chosen, onChoose }: ChoiceProps<Name>) {
  const styles = useStyles();
  const controls = useControls();
  return (
    <div className={styles.group} role="group" aria-label={label}>
      {options.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          aria-pressed={name === chosen}
          className={mergeClasses(controls.row, styles.option, name === chosen && styles.chosen)}
          onClick={() => onChoose(name)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
