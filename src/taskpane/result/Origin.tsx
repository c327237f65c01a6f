import { makeStyles, tokens } from '@fluentui/react-components';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { segmentText } from '../trace/steps';
import { Fact } from './Fact';
import { usedReading } from './usedReading';

const useStyles = makeStyles({
  list: { margin: '6px 0 0', padding: 0, listStyle: 'none' },
  group: { padding: '4px 0 0', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** What the second number is made of: both readings of the reduction, k, the units sold outside, the rate; a line a segment. */
export function Origin({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { assessment, case: source } = known.outcome;
  const { segments, contributionRate, unitsOutside } = assessment;
  const [only] = segments;
  return (
    <>
      <p className={sections.note}>{say('pane.origin.formula')}</p>
      <ul className={styles.list}>
        <Readings known={known} />
        {only && segments.length === 1 && <Fact label={say('pane.origin.k')} value={only.functionalUnitsPerUnit} />}
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
          trace={contributionRate.trace}
          known={known}
        />
        <AvoidedReadings known={known} />
        {segments.map(({ segment, avoided, trace }) => (
          <Fact
            key={segment ?? ''}
            label={segmentText(say, source, segment)}
            value={avoided}
            unit="kg-CO2e"
            trace={trace}
            known={known}
          />
        ))}
      </ul>
    </>
  );
}

const READINGS = [
  ['allStages', 'all-stages'],
  ['outsideShare', 'outside-share'],
] as const;

function Readings({ known: { outcome }, known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  const { readings, readingTraces, settings } = outcome.assessment;
  const used = usedReading(settings);
  return (
    <li className={styles.group}>
      {say('pane.origin.readings')}
      <ul className={styles.list}>
        {READINGS.map(([key, word]) => (
          <Fact
            key={key}
            inner
            label={say(`choices.outsideReading.${word}`)}
            mark={word === used ? say('pane.origin.used') : null}
            value={readings[key]}
            unit="kg-CO2e"
            trace={readingTraces[key]}
            known={known}
            without={say(readings.allStages !== null ? 'pane.origin.unknown' : 'pane.number.none')}
          />
        ))}
      </ul>
    </li>
  );
}

/** The second number in both readings, so that nobody takes the one for the other. */
function AvoidedReadings({ known }: { readonly known: Known }) {
  const { say } = usePane();
  const styles = useStyles();
  const { avoidedReadings, avoided, settings } = known.outcome.assessment;
  const used = usedReading(settings);
  if (avoided.value === null) return null;
  return (
    <li className={styles.group}>
      {say('pane.number.avoided')}
      <ul className={styles.list}>
        {READINGS.map(([key, word]) => (
          <Fact
            key={key}
            inner
            label={say(`choices.outsideReading.${word}`)}
            mark={say(word === used ? 'pane.origin.certified' : 'pane.origin.not-certified')}
            value={avoidedReadings[key]?.value ?? null}
            unit={avoided.unit}
            trace={avoidedReadings[key]?.trace ?? null}
            known={known}
            without={say('pane.origin.unknown')}
          />
        ))}
      </ul>
    </li>
  );
}
