import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

/** Fields in the manner of Fluent, light enough to stand in numbers: the host's own select, input and text area. */
const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0, flex: '1 1 120px' },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  control: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '32px',
    padding: '4px 8px',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '::placeholder': { color: tokens.colorNeutralForeground3 },
  },
  fields: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '8px 0' },
});

export function useFields() {
  return useStyles();
}

interface FieldProps<Value> {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function TextField({
  label,
  value,
  onChange,
  ...more
}: FieldProps<string> & Pick<React.InputHTMLAttributes<HTMLInputElement>, 'placeholder' | 'inputMode' | 'type'>) {
  const styles = useStyles();
  const id = React.useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        {...more}
        id={id}
        className={styles.control}
        value={value}
        autoComplete="off"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

export function TextArea({ label, value, onChange }: FieldProps<string>) {
  const styles = useStyles();
  const id = React.useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.control}
        value={value}
        rows={4}
        spellCheck={false}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

interface ChoiceFieldProps<Name extends string> extends FieldProps<Name> {
  readonly options: readonly { readonly name: Name; readonly text: string }[];
  /** For a list of fields that a heading names: the label is for screen readers alone. */
  readonly isLabelHidden?: boolean;
}

const HIDDEN = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
} as const;

export function ChoiceField<Name extends string>({
  label,
  value,
  onChange,
  options,
  isLabelHidden = false,
}: ChoiceFieldProps<Name>) {
  const styles = useStyles();
  const id = React.useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={mergeClasses(styles.label)} style={isLabelHidden ? HIDDEN : undefined}>
        {label}
      </label>
      <select
        id={id}
        className={styles.control}
        value={value}
        onChange={({ target }) => onChange(target.value as Name)}
      >
        {options.map(({ name, text }) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
