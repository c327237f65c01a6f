import * as React from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';

export const useFields = makeStyles({
  field: { display: 'flex', flexDirection: 'column', gap: '2px', margin: '8px 0', minWidth: 0 },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  control: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '30px',
    padding: '2px 6px',
    fontFamily: 'inherit',
    fontSize: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  set: { margin: '8px 0', padding: 0, border: 'none', minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold },
  option: { display: 'flex', alignItems: 'flex-start', gap: '8px', padding: '4px 0', cursor: 'pointer' },
  mark: {
    flex: 'none',
    margin: '3px 0 0',
    accentColor: tokens.colorCompoundBrandBackground,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  hint: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  summary: {
    padding: '4px 0',
    cursor: 'pointer',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', margin: '12px 0 4px' },
});

export interface Option {
  readonly name: string;
  readonly text: string;
  readonly hint?: string | undefined;
}

interface SelectProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly chosen: string;
  readonly onChoose: (name: string) => void;
}

/** One of many. */
export function Select({ label, options, chosen, onChoose }: SelectProps) {
  const styles = useFields();
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <select className={styles.control} value={chosen} onChange={({ target }) => onChoose(target.value)}>
        {options.map(({ name, text }) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface RadiosProps {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

/** One of a few, each with its explanation. */
export function Radios({ legend, options, chosen, onChoose }: RadiosProps) {
  const styles = useFields();
  const name = React.useId();
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.name} className={styles.option}>
          <input
            type="radio"
            className={styles.mark}
            name={name}
            value={option.name}
            checked={option.name === chosen}
            onChange={() => onChoose(option.name)}
          />
          <Described option={option} />
        </label>
      ))}
    </fieldset>
  );
}

interface ChecksProps {
  readonly legend: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly onChoose: (names: readonly string[]) => void;
}

/** Any of a few. */
export function Checks({ legend, options, chosen, onChoose }: ChecksProps) {
  const styles = useFields();
  const toggled = (name: string) => (chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name]);
  return (
    <fieldset className={styles.set}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map((option) => (
        <label key={option.name} className={styles.option}>
          <input
            type="checkbox"
            className={styles.mark}
            value={option.name}
            checked={chosen.includes(option.name)}
            onChange={() => onChoose(toggled(option.name))}
          />
          <Described option={option} />
        </label>
      ))}
    </fieldset>
  );
}

function Described({ option: { text, hint } }: { readonly option: Option }) {
  const styles = useFields();
  return (
    <span>
      {text}
      {hint !== undefined && <span className={styles.hint}>{hint}</span>}
    </span>
  );
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
}

export function TextField({ label, value, placeholder, onChange }: TextFieldProps) {
  const styles = useFields();
  return (
    <label className={styles.field}>
      <span className={styles.label}>{label}</span>
      <input
        type="text"
        className={styles.control}
        value={value}
        placeholder={placeholder}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}
