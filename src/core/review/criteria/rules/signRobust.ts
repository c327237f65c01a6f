import { inputName } from '../../../analysis';
import type { ModelInput } from '../../../calculation/model';
import { groupBy } from '../../../calculation/unitsOutside';
import { message } from '../../../message';
import { Decimal } from '../../../quantity/decimal';
import type { SensitivityRow } from '../../../uncertainty/types';
import { atCase, atRows, type At } from '../at';
import type { Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';

/** As much gas burnt as would undo the saving. */
const MORE_GAS = { id: 'V1', name: '使用量が多い場合', table: 'KmcProduct', row: 'P1', column: 'amount', value: 40 };

/** That there is a reduction at all holds within what is not known of grid, life, use and mix. */
export const signRobust: Rule = {
  id: 'sign-robust',
  criterion: 'B1',
  severity: 'warn',
  basis: 'framework',
  source:
    'ISO 14044 4.5, sensitivity check of the interpretation; the share of runs without a reduction is the profile’s threshold `signRisk`',
  check: (input) => {
    const { sensitivity, uncertainty, model } = input;
    if (!model || !uncertainty || !sensitivity) return [notAnalysed(input)];
    return [
      ...sensitivity.flatMap((row) => atInput(row, model.inputs[row.input]!)),
      ...underVariations(input),
      ...inRuns(input, (uncertainty.avoided ?? uncertainty.reduction).probabilityNotPositive),
    ];
  },
  examples: [
    { name: 'as-is', sample: 'led-lighting', changes: [], analysed: true, says: 'passes' },
    { name: 'not-analysed', sample: 'led-lighting', changes: [], says: 'unknown' },
    {
      name: 'in-doubt',
      sample: 'water-heater',
      changes: [
        { table: 'KmcProduct', row: 'P1', column: 'distribution', value: 'triangular' },
        { table: 'KmcProduct', row: 'P1', column: 'low', value: 20 },
        { table: 'KmcProduct', row: 'P1', column: 'high', value: 45 },
      ],
      analysed: true,
      says: 'warn',
      at: { table: 'KmcProduct', row: 'P1', column: 'amount' },
      alsoChanges: ['uncertainty-shown'],
    },
    {
      name: 'variation-turns',
      sample: 'water-heater',
      changes: [],
      with: [{ table: 'KmcVariations', values: MORE_GAS }],
      analysed: true,
      says: 'warn',
      at: { table: 'KmcVariations', row: 'V1', column: 'name' },
    },
  ],
};

const notAnalysed = ({ assessment: { modelReasons } }: RuleInput): Verdict => ({
  ...atCase,
  severity: 'unknown',
  message: modelReasons[0]
    ? message('rules.sign-robust.no-model', { reason: modelReasons[0] })
    : message('rules.sign-robust.not-analysed'),
  settle: message('rules.common.settle-analysis'),
});

function inRuns(input: RuleInput, share: number): readonly Verdict[] {
  const most = threshold(input, 'signRisk');
  if (!new Decimal(share).greaterThan(most)) return [];
  const params = { share: percent(new Decimal(share)), most: percent(most) };
  return [{ ...atCase, message: message('rules.sign-robust.in-runs', params) }];
}

const percent = (share: Decimal) => share.times(100).toSignificantDigits(3).toString();

/** A value at which the reduction turns, within what the input may be. */
function atInput({ signFlip, flipNote, low, high, kind }: SensitivityRow, of: ModelInput): readonly Verdict[] {
  if (!signFlip || flipNote || signFlip.lessThan(low.value) || signFlip.greaterThan(high.value)) return [];
  const params = {
    input: inputName(of),
    flip: shown(signFlip),
    low: shown(low.value),
    high: shown(high.value),
    unit: of.unit,
  };
  const text =
    kind === 'interval'
      ? message('rules.sign-robust.in-interval', params)
      : message('rules.sign-robust.in-change', params);
  return [{ ...whereStated(of), message: text }];
}

const shown = (value: Decimal) => value.toSignificantDigits(4).toString();

function whereStated({ id, ref, cell }: ModelInput): At {
  const subject = { table: ref?.table ?? null, rowId: ref?.id ?? id, column: null, place: null };
  return { subject, cells: cell ? [cell] : [] };
}

/** Named variations are what the author thought could be otherwise: life, use, mix, another factor. */
function underVariations(input: RuleInput): readonly Verdict[] {
  const rows = groupBy(input.case.variations, ({ name }) => name);
  return (input.variations ?? [])
    .filter(({ reductionPerUnit: { value } }) => value !== null && !value.greaterThan(0))
    .map(({ name, reductionPerUnit: { value, unit } }) => ({
      ...atRows(
        input,
        rows.get(name)!.map(({ ref }) => ref),
        'name',
      ),
      message: message('rules.sign-robust.under-variation', { name, found: shown(value!), unit }),
    }));
}
