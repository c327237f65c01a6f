import * as React from 'react';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../core/calculation/types';
import { message } from '../../core/message';
import type { Decimal } from '../../core/quantity/decimal';
import { shown, unrounded } from '../../locales/numbers';
import { Icon } from '../icons';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';
import { Trace } from '../trace/Trace';

const useStyles = makeStyles({
  list: { margin: '6px 0 0', padding: 0, listStyle: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: '12px',
    justifyContent: 'space-between',
    padding: '4px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  value: { flexGrow: 1, textAlign: 'right', fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' },
  used: { marginLeft: '6px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  chevron: { verticalAlign: '-1px', marginRight: '2px', color: tokens.colorNeutralForeground3 },
  open: { transform: 'rotate(90deg)' },
});

/** What the second number is made of: both readings of the reduction, k, the units sold outside, the rate; a line a segment. */
export function Origin({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { assessment } = known.outcome;
  const { readings, segments, contributionRate, unitsOutside } = assessment;
  const reading = usedReading(assessment);
  const [only] = segments;
  return (
    <section className={sections.section}>
      <h2 className={sections.title}>{say('pane.origin.title')}</h2>
      <p className={sections.note}>{say('pane.origin.formula')}</p>
      <ul className={styles.list}>
        {READINGS.map(([key, word]) => (
          <Fact
            key={key}
            label={`${say('pane.origin.readings')} · ${say(`choices.outsideReading.${word}`)}`}
            mark={word === reading ? say('pane.origin.used') : null}
            value={readings[key]}
            unit="kg-CO2e"
          />
        ))}
        {only && segments.length === 1 && (
          <Fact label={say('pane.origin.k')} value={only.functionalUnitsPerUnit} unit="" />
        )}
        <Fact
          label={say('pane.origin.units')}
          value={unitsOutside.value}
          unit={unitsOutside.unit}
          trace={unitsOutside.trace}
          known={known}
        />
        <Fact
          label={say('pane.origin.rate')}
          value={contributionRate.value}
          unit=""
          trace={contributionRate.trace}
          known={known}
        />
        {segments.map(({ segment, avoided, trace }) => (
          <Fact
            key={segment ?? ''}
            label={segment === null ? say('pane.number.avoided') : say(message('pane.origin.segment', { segment }))}
            value={avoided}
            unit="kg-CO2e"
            trace={trace}
            known={known}
          />
        ))}
      </ul>
    </section>
  );
}

const READINGS = [
  ['allStages', 'all-stages'],
  ['outsideShare', 'outside-share'],
] as const;

const usedReading = ({ settings }: Assessment) => settings.find(({ key }) => key === 'outsideReading')?.value;

interface FactProps {
  readonly label: string;
  readonly value: Decimal | null;
  readonly unit: string;
  readonly mark?: string | null;
  readonly trace?: number | null;
  readonly known?: Known;
}

/** A named value; with a trace it opens to show where it comes from. */
function Fact({ label, value, unit, mark = null, trace = null, known }: FactProps) {
  const { say } = usePane();
  const styles = useStyles();
  const controls = useControls();
  const [open, setOpen] = React.useState(false);
  const toggle = () => setOpen(!open);
  const traced = known !== undefined && trace !== null && value !== null;
  return (
    <li>
      <div className={styles.row}>
        <span>
          {traced ? (
            <button
              type="button"
              className={controls.row}
              aria-expanded={open}
              aria-label={`${label} – ${say('pane.trace.open')}`}
              onClick={toggle}
            >
              <Icon shape="next" size={12} className={mergeClasses(styles.chevron, open && styles.open)} />
              {label}
            </button>
          ) : (
            label
          )}
          {mark !== null && <span className={styles.used}>{mark}</span>}
        </span>
        <span className={styles.value} title={value ? unrounded(value) : undefined}>
          {value ? `${shown(value)} ${unit}` : say('pane.origin.unknown')}
        </span>
      </div>
      {open && traced && <Trace known={known} root={trace} what={label} onClose={toggle} />}
    </li>
  );
}
