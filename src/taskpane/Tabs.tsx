import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useControls } from './styles';

const useStyles = makeStyles({
  list: { display: 'flex', gap: '4px', padding: '0 8px' },
  tab: {
    minHeight: '32px',
    padding: '0 4px',
    borderBottom: '2px solid transparent',
    borderRadius: 0,
    color: tokens.colorNeutralForeground2,
    '@media (forced-colors: active)': { borderBottomColor: 'Canvas' },
    ':hover': { borderBottomColor: tokens.colorNeutralStroke1, textDecorationLine: 'none' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
    '@media (forced-colors: active)': { borderBottomColor: 'Highlight' },
    ':hover': { borderBottomColor: tokens.colorCompoundBrandStroke },
  },
});

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly name: Name; readonly text: string }[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

const MOVES: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowRight: (index, count) => (index + 1) % count,
  ArrowLeft: (index, count) => (index - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const tabId = (name: string) => `kmc-tab-${name}`;
const panelId = (name: string) => `kmc-panel-${name}`;

/** Tabs as the ARIA pattern has them: one stop for the Tab key, arrows between them, the choice follows the focus. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: TabsProps<Name>) {
  const styles = useStyles();
  const controls = useControls();
  const move = (event: React.KeyboardEvent<HTMLElement>) => {
    const index = tabs.findIndex(({ name }) => name === chosen);
    const next = tabs[MOVES[event.key]?.(index, tabs.length) ?? -1];
    if (!next) return;
    event.preventDefault();
    onChoose(next.name);
    event.currentTarget.querySelector<HTMLElement>(`#${tabId(next.name)}`)?.focus();
  };
  return (
    <div role="tablist" aria-label={label} className={styles.list} onKeyDown={move}>
      {tabs.map(({ name, text }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={tabId(name)}
          aria-selected={name === chosen}
          aria-controls={name === chosen ? panelId(name) : undefined}
          tabIndex={name === chosen ? 0 : -1}
          className={mergeClasses(controls.row, styles.tab, name === chosen && styles.chosen)}
          onClick={() => onChoose(name)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}

export function TabPanel({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div role="tabpanel" id={panelId(name)} aria-labelledby={tabId(name)}>
      {children}
    </div>
  );
}
