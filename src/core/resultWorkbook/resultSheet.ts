import type { Result } from '../calculation/types';
import { STAGES } from '../case/vocabulary';
import { Decimal } from '../quantity/decimal';
import { round } from '../quantity/rounding';
import { fieldValue, orNothing, type ReportContext } from '../report/context';
import { certifiedNumbers } from '../report/sections/cover';
import { choices } from '../report/sections/assumptions';
import type { NamePlan, SheetPlan } from '../template/plan';
import type { PerUnit } from './check';
import type { Placed } from './terms';
import type { Checks } from './planResultWorkbook';
import { printedFormat, roundedFormula, settled } from './rounding';
import { PORTRAIT, SheetWriter } from './sheet';

const WIDTHS = [30, 20, 20, 20, 22];
const LAST = WIDTHS.length - 1;
const KILOGRAMS = 'kg-CO2e';

const WHO = ['addressee', 'submissionDate', 'applicant', 'applicantAddress', 'representative', 'citySite', 'contact'];
const WHAT = [
  'productName',
  'productModel',
  'fiscalYear',
  'timeSense',
  'functionalUnit',
  'functionalUnitDescription',
  'baselineDescription',
];

/** How many of the unit in which a result is printed one kilogram is. */
const PER_KILOGRAM: Readonly<Record<string, string>> = { g: '1000', kg: '1', t: '0.001' };

/** @returns the one-page result sheet and the names that stand for its numbers */
export function resultSheet(
  context: ReportContext,
  checks: Checks,
  stamp: string | null,
): { readonly sheet: SheetPlan; readonly names: readonly NamePlan[] } {
  const { own } = context;
  const writer = new SheetWriter('result', own('workbook.resultSheet'), WIDTHS, PORTRAIT);
  writer.put(0, own('workbook.resultSheet'), { style: 'title', to: 2 });
  if (stamp !== null) writer.put(3, stamp, { style: 'warning', to: LAST });
  writer.next();
  writer.title(own('cover.notTheCitysForm'), 'note');
  facts(context, writer, [...WHO, ...WHAT]);
  const names = numbers(context, writer, checks);
  stages(context, writer, checks);
  chain(context, writer, checks);
  settings(context, writer);
  const sheet = writer.plan(0);
  return { sheet: { ...sheet, tabColour: 'B3541E', page: { ...PORTRAIT, fitToHeight: true, printArea: null } }, names };
}

function facts(context: ReportContext, writer: SheetWriter, keys: readonly string[]): void {
  for (const key of keys) {
    writer.put(0, context.say(`template.fields.${key}`), { style: 'label' });
    writer.put(1, orNothing(fieldValue(context, key)), { to: LAST });
    writer.next();
  }
  writer.next();
}

/** The two numbers: printed, unit, and before rounding. */
function numbers(context: ReportContext, writer: SheetWriter, { perUnit, whole }: Checks): readonly NamePlan[] {
  const { own, outcome } = context;
  writer.title(own('workbook.certified'));
  writer.line(
    ['item', 'printed', 'unit', 'unrounded', 'settled'].map((key) => own(`workbook.columns.${key}`)),
    'header',
  );
  const { assessment } = outcome;
  const names = [
    ...number(context, writer, 'reduction', assessment.reductionPerUnit, perUnit?.reduction ?? null),
    ...number(context, writer, 'avoided', assessment.avoided, whole?.avoided ?? null),
  ];
  const reasons = [...assessment.reductionPerUnit.reasons, ...assessment.avoided.reasons].map(context.say);
  for (const reason of new Set(reasons)) writer.title(reason, 'warning');
  writer.title(
    certifiedNumbers(context)
      .items.map(({ label, note }) => `${label}: ${note}`)
      .join('  '),
    'note',
  );
  writer.next();
  return names;
}

const NAMES = {
  reduction: ['KmcReductionPerUnitRounded', 'KmcReductionPerUnit'],
  avoided: ['KmcAvoidedRounded', 'KmcAvoided'],
} as const;

function number(
  { own }: ReportContext,
  writer: SheetWriter,
  key: keyof typeof NAMES,
  result: Result,
  kilograms: Placed | null,
): readonly NamePlan[] {
  writer.put(0, own(`numbers.${key}`), { style: 'label' });
  writer.put(2, result.unit);
  if (!result.value || !kilograms) {
    writer.put(1, own('numbers.none'), { style: 'warning' });
    writer.next();
    return [];
  }
  const scale = PER_KILOGRAM[/^[a-z]+/.exec(result.unit)?.[0] ?? ''];
  if (scale === undefined) throw new RangeError(`no mass in ${result.unit}`);
  const exact = writer.put(3, { formula: `${kilograms.address}*${scale}`, value: kilograms.value.times(scale) });
  const sound = writer.put(4, { formula: settled(exact), value: kilograms.value.times(scale).toSignificantDigits(15) });
  const printed = writer.put(
    1,
    {
      formula: roundedFormula(sound, result.rounding),
      value: round(result.value.toSignificantDigits(15), result.rounding),
    },
    { style: 'result', numberFormat: printedFormat(result.rounding) },
  );
  writer.next();
  const [rounded, unrounded] = NAMES[key];
  return [
    { name: rounded, reference: printed },
    { name: unrounded, reference: exact },
  ];
}

/** By stage in the certified reading; the same sums that the certified number is made of. */
function stages(context: ReportContext, writer: SheetWriter, { perUnit }: Checks): void {
  const { own, say } = context;
  if (!perUnit) return;
  writer.title(own('workbook.stageTable', { unit: `${KILOGRAMS} / ${fieldValue(context, 'functionalUnit') ?? ''}` }));
  const headers = [
    own('results.stage'),
    say('template.sheets.baseline'),
    say('template.sheets.product'),
    say('template.sheets.sideEffects'),
    own('results.reduction'),
  ];
  writer.line(headers, 'header');
  const first = writer.row;
  for (const stage of STAGES) {
    const sides = (['baseline', 'product', 'side-effect'] as const).map((side) => perUnit.stages[side][stage]);
    const [baseline, product, effects] = sides as [Placed, Placed, Placed];
    writer.put(0, say(`choices.stage.${stage}`), { style: 'label' });
    const [b, p, s] = sides.map(({ address, value }, index) => writer.put(index + 1, { formula: address, value }));
    writer.put(4, { formula: `${b}-${p}-${s}`, value: baseline.value.minus(product.value).minus(effects.value) });
    writer.next();
  }
  writer.put(0, own('total'), { style: 'label' });
  for (let column = 1; column <= 4; column++) {
    const value = STAGES.reduce((sum, stage) => sum.plus(columnValue(perUnit.stages, stage, column)), new Decimal(0));
    writer.put(column, { formula: `SUM(${writer.range(column, first, first + STAGES.length - 1)})`, value });
  }
  writer.next(2);
}

function columnValue(of: PerUnit['stages'], stage: (typeof STAGES)[number], column: number): Decimal {
  const [baseline, product, effects] = [of.baseline, of.product, of['side-effect']].map(
    (side) => side[stage].value,
  ) as [Decimal, Decimal, Decimal];
  return [baseline, product, effects, baseline.minus(product).minus(effects)][column - 1]!;
}

function chain(context: ReportContext, writer: SheetWriter, { perUnit, whole }: Checks): void {
  const { own } = context;
  if (!perUnit) return;
  writer.title(own('workbook.chain'));
  const row = (key: string, { address, value }: Placed) => {
    writer.put(0, own(`workbook.rows.${key}`), { style: 'label' });
    writer.put(1, { formula: address, value });
    writer.next();
  };
  row('rebound', perUnit.rebound);
  if (whole) row('rate', whole.rate);
  writer.next();
}

function settings(context: ReportContext, writer: SheetWriter): void {
  const { columns, rows } = choices(context);
  writer.title(context.own('assumptions.title'));
  writer.line(
    columns.map(({ header }) => header),
    'header',
  );
  rows.forEach(({ cells }) => writer.line(cells, 'plain'));
}
