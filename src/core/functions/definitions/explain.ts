import { conversionFactor } from '../../quantity/convert';
import { sum, type Decimal } from '../../quantity/decimal';
import { avoidedKilograms, kilogramsCO2e, tonnesCO2e } from '../avoidedEmission';
import { defineFunction } from '../defineFunction';
import { number, numbers } from '../parameters';
import { valueOf } from '../results';

/** The calculation of avoided emissions as one line of text: every number unrounded, with its unit. Ranges are shown as their sum. */
export const EXPLAIN = defineFunction({
  id: 'EXPLAIN',
  parameters: { baseline: numbers(), product: numbers(), contributionRate: number(), unitsOutside: number() },
  result: 'scalar',
  examples: [
    {
      formula: '=KMC.EXPLAIN(0.55,0.0455,0.5,55000)',
      value: '(0.55 − 0.0455) kg-CO2e × 0.5 × 55,000 = 13,873.75 kg-CO2e = 13.87375 t-CO2e',
    },
  ],
  evaluate: (inputs, at) => {
    const kilograms = avoidedKilograms(inputs, at);
    const tonnes = kilograms.times(valueOf(conversionFactor(kilogramsCO2e(), tonnesCO2e())));
    const difference = `(${term(sum(inputs.baseline.values))} − ${term(sum(inputs.product.values))}) kg-CO2e`;
    const factors = `${plain(inputs.contributionRate)} × ${plain(inputs.unitsOutside)}`;
    return `${difference} × ${factors} = ${plain(kilograms)} kg-CO2e = ${plain(tonnes)} t-CO2e`;
  },
});

/** Digits in groups of three, U+2212 for minus. */
function plain(value: Decimal): string {
  const [whole, fraction] = value.abs().toFixed().split('.') as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const sign = value.isNegative() && !value.isZero() ? '−' : '';
  return `${sign}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

const term = (value: Decimal): string => (value.isNegative() && !value.isZero() ? `(${plain(value)})` : plain(value));
