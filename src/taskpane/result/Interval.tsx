import { makeStyles, tokens } from '@fluentui/react-components';
import type { Result } from '../../core/calculation/types';
import { message } from '../../core/message';
import { Decimal } from '../../core/quantity/decimal';
import type { OutputSummary } from '../../core/uncertainty/types';
import { axisFromZero } from '../charts/axis';
import { BarStrip } from '../charts/BarStrip';
import { estimated } from '../charts/numbers';
import { usePane } from '../paneContext';
import { shareText } from '../uncertainty/chances';

const useStyles = makeStyles({
  pairs: { margin: 0 },
  pair: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    columnGap: '12px',
    padding: '2px 0',
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: { margin: '0 0 0 auto', textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  main: { fontWeight: tokens.fontWeightSemibold },
});

interface IntervalProps {
  readonly result: Result;
  readonly summary: OutputSummary;
  /** kg-CO2e → the unit of the result. */
  readonly scale: Decimal;
}

/** What a simulation says of one number, in the number's own unit. */
export function Interval({ result, summary, scale }: IntervalProps) {
  const { say } = usePane();
  const styles = useStyles();
  const inUnit = (kilograms: number) => new Decimal(kilograms).times(scale);
  const text = (kilograms: number) => estimated(inUnit(kilograms), result.rounding);
  const { low, high, central, median, mean, standardError, probabilityNotPositive } = summary;
  const axis = axisFromZero([low, high, central].map(inUnit));
  const rows = [
    ['interval', `${say(message('pane.certainty.range', { low: text(low), high: text(high) }))} ${result.unit}`],
    ['median', text(median)],
    ['mean', `${text(mean)} ± ${estimated(inUnit(standardError), { ...result.rounding, digits: 20 })}`],
    ['not-positive', shareText(probabilityNotPositive)],
  ] as const;
  return (
    <>
      <BarStrip
        level
        bars={[{ ...axis.between(inUnit(low), inUnit(high)), look: 'range' }]}
        marks={[axis.zero, axis.at(inUnit(central))]}
      />
      <dl className={styles.pairs}>
        {rows.map(([key, value]) => (
          <div key={key} className={styles.pair}>
            <dt className={styles.name}>{say(`pane.certainty.${key}`)}</dt>
            <dd className={`${styles.value} ${key === 'interval' ? styles.main : ''}`}>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
