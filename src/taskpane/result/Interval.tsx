import type { Result } from '../../core/calculation/types';
import { message } from '../../core/message';
import { Decimal } from '../../core/quantity/decimal';
import type { OutputSummary } from '../../core/uncertainty/types';
import { shown } from '../../locales/numbers';
import { axisFromZero } from '../charts/axis';
import { BarStrip } from '../charts/BarStrip';
import { estimated } from '../charts/numbers';
import { usePane } from '../paneContext';
import { shareText } from '../uncertainty/chances';
import { Pairs } from './NumberDetail';

interface IntervalProps {
  readonly result: Result;
  readonly summary: OutputSummary;
  /** kg-CO2e → the unit of the result. */
  readonly scale: Decimal;
}

const ERROR_DIGITS = 2;

/** What a simulation says of one number, in the number's own unit. */
export function Interval({ result, summary, scale }: IntervalProps) {
  const { say } = usePane();
  const inUnit = (kilograms: number) => new Decimal(kilograms).times(scale);
  const text = (kilograms: number) => estimated(inUnit(kilograms), result.rounding);
  const { low, high, central, median, mean, standardError, probabilityNotPositive } = summary;
  const axis = axisFromZero([low, high, central].map(inUnit));
  const error = shown(inUnit(standardError).toSignificantDigits(ERROR_DIGITS));
  return (
    <>
      <BarStrip
        level
        bars={[{ ...axis.between(inUnit(low), inUnit(high)), look: 'range' }]}
        marks={[axis.zero, axis.at(inUnit(central))]}
      />
      <Pairs
        rows={[
          {
            name: say('pane.certainty.interval'),
            value: `${say(message('pane.certainty.range', { low: text(low), high: text(high) }))} ${result.unit}`,
            main: true,
          },
          { name: say('pane.certainty.median'), value: `${text(median)} ${result.unit}` },
          { name: say('pane.certainty.mean'), value: `${text(mean)} ± ${error} ${result.unit}` },
          { name: say('pane.certainty.not-positive'), value: shareText(probabilityNotPositive) },
        ]}
      />
    </>
  );
}
