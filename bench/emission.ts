import { callFunction } from '../src/core/functions/call';
import { functionById } from '../src/core/functions/registry';
import { medianMs, row } from './measure';

/** KMC.EMISSION a call, beside the same multiplication in plain doubles, in one run. */
const CALLS = 100_000;
const amounts = Array.from({ length: CALLS }, (_, index) => 1 + index / 7);
const emission = functionById('EMISSION')!;

const ours = medianMs(5, () => {
  let sum = 0;
  for (const amount of amounts) {
    const result = callFunction(emission, [amount, 'kWh', 0.000423, 't-CO2/kWh']);
    if (result.ok) sum += result.value as number;
  }
  return sum;
});
const plain = medianMs(5, () => {
  let sum = 0;
  for (const amount of amounts) sum += amount * 1000 * 0.000423;
  return sum;
});
row('a call', 'ns', 'ratio');
row('---', '---', '---');
row('KMC.EMISSION', ((ours / CALLS) * 1e6).toFixed(0), (ours / plain).toFixed(0));
row('double × double × double', ((plain / CALLS) * 1e6).toFixed(2), '1');
