import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { TableProgress } from '../../core/entry/progress';
import { message, type Message } from '../../core/message';
import { Chevron, Icon } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls } from '../styles';
import { AddRows } from './AddRows';
import { TableProblems } from './TableProblems';
import { sheetName } from './sheetName';

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, padding: '6px 0' },
  head: { display: 'flex', alignItems: 'flex-start', gap: '8px' },
  icon: { flex: 'none', marginTop: '3px' },
  main: { flex: '1 1 0', minWidth: 0 },
  counts: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: '12px',
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
  },
  opener: { flex: 'none', minWidth: '28px', minHeight: '28px', display: 'grid', placeItems: 'center' },
  block: { color: tokens.colorPaletteRedForeground1 },
  warn: { color: tokens.colorStatusWarningForeground1 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  none: { color: tokens.colorNeutralForeground3 },
  body: { padding: '4px 0 4px 24px' },
});

interface ProgressRowProps {
  readonly progress: TableProgress;
  readonly known: Known;
}

/** One table: its name leads there, and what is said of it opens below. */
export function ProgressRow({ progress, known }: ProgressRowProps) {
  const { say, reveal } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [open, setOpen] = React.useState(false);
  const id = React.useId();
  const { table, place, missing } = progress;
  const name = sheetName(known.snapshot, table, say);
  const state = stateOf(progress);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={mergeClasses(styles.icon, styles[state])}>
          <Icon shape={SHAPES[state]} />
        </span>
        <div className={styles.main}>
          {place ? (
            <button type="button" className={controls.link} onClick={() => reveal(place)}>
              {name}
            </button>
          ) : (
            <span>{name}</span>
          )}
          <Counts progress={progress} />
        </div>
        <button
          type="button"
          className={mergeClasses(controls.row, styles.opener)}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          aria-label={say(message('inventory.progress.show-of', { sheet: name }))}
          title={say('inventory.progress.show')}
          onClick={() => setOpen(!open)}
        >
          <Chevron open={open} />
        </button>
      </div>
      {open && (
        <div id={id} className={styles.body}>
          {missing && <p>{say('inventory.progress.missing-text')}</p>}
          <TableProblems progress={progress} />
          {!missing && table !== 'KmcCase' && <AddRows table={table} name={name} />}
        </div>
      )}
    </li>
  );
}

type State = 'block' | 'warn' | 'done' | 'none';

const SHAPES = { block: 'blocks', warn: 'warns', done: 'done', none: 'notes' } as const;

function stateOf({ missing, rows, blocked, toCheck, ofWhole }: TableProgress): State {
  const says = (wanted: string) => ofWhole.some(({ severity }) => severity === wanted);
  if (missing || blocked > 0 || says('block')) return 'block';
  if (toCheck > 0 || says('warn')) return 'warn';
  return rows > 0 ? 'done' : 'none';
}

function Counts({ progress }: { readonly progress: TableProgress }) {
  const { say } = usePane();
  const styles = useStyles();
  return (
    <div className={styles.counts}>
      {countsOf(progress).map(([style, text]) => (
        <span key={say(text)} className={style ? styles[style] : undefined}>
          {say(text)}
        </span>
      ))}
    </div>
  );
}

function countsOf(progress: TableProgress): readonly (readonly [State | null, Message])[] {
  const { table, missing, rows, complete, blocked, toCheck, ofWhole } = progress;
  const whole = ofWhole.filter(({ severity }) => severity !== 'info').length;
  if (missing) return [['block', message('inventory.progress.missing')]];
  if (rows === 0 && whole === 0) return [['none', message('inventory.progress.empty')]];
  const counts: readonly (readonly [State | null, string, number])[] = [
    [null, 'complete', complete],
    ['block', 'blocked', blocked],
    ['warn', 'to-check', toCheck],
    ['warn', 'of-whole', whole],
  ];
  const all = message(`inventory.progress.${table === 'KmcCase' ? 'fields' : 'rows'}`, { count: rows });
  const said = counts.filter(([, key, count]) => count > 0 || key === 'complete');
  return [
    [null, all],
    ...said.map(([style, key, count]) => [style, message(`inventory.progress.${key}`, { count })] as const),
  ];
}
