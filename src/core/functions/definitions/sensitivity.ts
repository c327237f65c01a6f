import type { Decimal } from '../../quantity/decimal';
import { DEFAULT_CHANGE, LARGEST_CHANGE, sensitivity } from '../../uncertainty/sensitivity';
import type { SensitivityRow } from '../../uncertainty/types';
import { refuse, type Place } from '../arguments';
import { positive } from '../bounds';
import { defineFunction } from '../defineFunction';
import { LINE_PARAMETERS, lineModel } from '../lineModel';
import { number, optional } from '../parameters';
import { numberResult } from '../results';
import type { ScalarResult } from '../types';

const KILOGRAMS_PER_TONNE = 1000;
const NONE = '–';

/**
 * One factor at a time (sensitivity, method): label, avoided emissions in t-CO2e at the low and the high end, swing, share of the variance,
 * and by what the factor must be multiplied to bring the reduction to 0. Ends: ÷ U95 and × U95; ± change per cent where U95 is 1, and for
 * the rate (c) and the units (N). Largest swing first; – where there is nothing to say.
 */
export const SENSITIVITY = defineFunction({
  id: 'SENSITIVITY',
  parameters: { ...LINE_PARAMETERS, change: optional(number()) },
  result: 'matrix',
  helpValues: { change: DEFAULT_CHANGE.toString() },
  examples: [
    {
      formula: '=KMC.SENSITIVITY(100,1.25,"grid",40,1,"steel",0.5,1000,10)',
      value: [
        ['grid', 20, 42.5, 22.5, 1, 0.4],
        ['c', 27, 33, 6, '–', '–'],
        ['N', 27, 33, 6, '–', '–'],
        ['steel', 32, 28, 4, '–', 2.5],
      ],
    },
  ],
  evaluate: ({ change, ...lines }, at) => {
    const model = lineModel(lines, at);
    const rows = sensitivity(model, change === null ? {} : { change: readChange(change, at('change')) });
    return rows.map((row) => spilled(model.inputs[row.input]!.label, row));
  },
});

function readChange(change: Decimal, at: Place): Decimal {
  if (change.greaterThan(LARGEST_CHANGE)) refuse(at, 'above', { found: change.toString(), highest: LARGEST_CHANGE });
  return positive(change, at);
}

const spilled = (label: string, { low, high, swing, varianceShare, signFlip }: SensitivityRow): ScalarResult[] => [
  label,
  tonnes(low.avoided!),
  tonnes(high.avoided!),
  tonnes(swing.avoided!),
  varianceShare.avoided ?? NONE,
  signFlip === null ? NONE : numberResult(signFlip),
];

const tonnes = (kilograms: Decimal): number => numberResult(kilograms.dividedBy(KILOGRAMS_PER_TONNE));
