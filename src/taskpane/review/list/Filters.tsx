import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { FindingSeverity } from '../../../core/review/finding';
import { message } from '../../../core/message';
import { Icon } from '../../icons';
import { usePane } from '../../paneContext';
import { useControls } from '../../styles';
import { GROUPINGS, type GroupingName } from './grouping';
import type { Wanted } from './wanted';
import { SEVERITIES } from './severities';
import { SHAPE_OF } from './severityLook';

const FIELD = {
  flex: '1 1 120px',
  minWidth: 0,
  minHeight: '26px',
  boxSizing: 'border-box',
  padding: '0 6px',
  border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
  borderRadius: tokens.borderRadiusMedium,
  backgroundColor: tokens.colorNeutralBackground1,
  color: tokens.colorNeutralForeground1,
  fontFamily: 'inherit',
  fontSize: tokens.fontSizeBase200,
  ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
} as const;

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', gap: '6px', padding: '10px 12px 0' },
  filter: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
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
  field: FIELD,
});

interface SeveritiesProps {
  readonly counts: Readonly<Record<FindingSeverity, number>>;
  readonly only: FindingSeverity | null;
  readonly onOnly: (only: FindingSeverity | null) => void;
}

/** How many of each kind there are; pressed, a kind is shown alone. */
export function Severities({ counts, only, onOnly }: SeveritiesProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  return (
    <div className={styles.row} role="group" aria-label={say('pane.problems.filter')}>
      {SEVERITIES.map((severity) => (
        <button
          key={severity}
          type="button"
          aria-pressed={only === severity}
          className={mergeClasses(controls.row, styles.filter, only === severity && styles.chosen)}
          onClick={() => onOnly(only === severity ? null : severity)}
        >
          <Icon shape={SHAPE_OF[severity]} size={14} />
          {say(message('pane.problems.count', { severity: say(`pane.severity.${severity}`), count: counts[severity] }))}
        </button>
      ))}
    </div>
  );
}

interface SearchProps {
  /** A short list needs no search. */
  readonly isLong: boolean;
  readonly grouping: GroupingName;
  /** `null` where there is one way only. */
  readonly onGrouping: ((name: GroupingName) => void) | null;
  readonly wanted: Wanted;
  readonly sheets: readonly string[];
  readonly onWanted: (wanted: Wanted) => void;
}

/** By sheet and by words, and in which order. */
export function Search({ isLong, grouping, onGrouping, wanted, sheets, onWanted }: SearchProps) {
  const { say } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.row}>
      {isLong && <Words wanted={wanted} sheets={sheets} onWanted={onWanted} />}
      {onGrouping && (
        <select
          className={styles.field}
          aria-label={say('reviewer.grouping.label')}
          value={grouping}
          onChange={({ target }) => onGrouping(target.value as GroupingName)}
        >
          {GROUPINGS.map((name) => (
            <option key={name} value={name}>
              {say(`reviewer.grouping.${name}`)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

function Words({ wanted, sheets, onWanted }: Pick<SearchProps, 'wanted' | 'sheets' | 'onWanted'>) {
  const { say } = usePane();
  const styles = useStyles();
  return (
    <>
      <input
        type="search"
        className={styles.field}
        aria-label={say('fixes.view.search')}
        placeholder={say('fixes.view.search-hint')}
        value={wanted.words}
        onChange={({ target }) => onWanted({ ...wanted, words: target.value })}
      />
      <select
        className={styles.field}
        aria-label={say('fixes.view.sheet')}
        value={wanted.sheet ?? ''}
        onChange={({ target }) => onWanted({ ...wanted, sheet: target.value === '' ? null : target.value })}
      >
        <option value="">{say('fixes.view.every-sheet')}</option>
        {[...new Set([...sheets, ...(wanted.sheet === null ? [] : [wanted.sheet])])].map((sheet) => (
          <option key={sheet} value={sheet}>
            {sheet}
          </option>
        ))}
      </select>
    </>
  );
}
