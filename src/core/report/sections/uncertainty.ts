import { inputName, type Analysis, type NumberUncertainty } from '../../analysis';
import { sheetName } from '../../calculation/readiness';
import type { Result } from '../../calculation/types';
import type { VariationChange } from '../../calculation/variations';
import { Decimal, decimalOfDouble, doubleOf } from '../../quantity/decimal';
import type { SensitivityEnd, SensitivityRow } from '../../uncertainty/types';
import { reported } from '../../../locales/numbers';
import { step } from '../steps';
import { NOTHING, type ReportContext } from '../context';
import { body, heading, text, type Block, type Section, type TableRow } from '../document';
import { tornado as tornadoOf } from '../drawings/tornado';

/** Inputs drawn and listed; the others move the number less. */
const MOST = 12;
const TONNES = '0.001';

/** How sure the two numbers are, what moves them, and what other conditions would give. */
export function uncertainty(context: ReportContext): Section {
  const { own, say, analysis } = context;
  const blocks: Block[] = [];
  if (!analysis) blocks.push(text(own('uncertainty.none'), 'warning'));
  else {
    blocks.push(...analysis.reasons.map((reason) => text(say(reason), 'warning')));
    blocks.push(...intervals(context, analysis), ...sensitivity(context, analysis));
  }
  return { id: 'uncertainty', title: own('uncertainty.title'), blocks: [...blocks, ...variations(context)] };
}

export function intervals(context: ReportContext, analysis: Analysis): readonly Block[] {
  const { own, outcome } = context;
  if (analysis.drawn === 0) return [text(own('uncertainty.exact'), 'warning')];
  const { reductionPerUnit, avoided } = outcome.assessment;
  const rows = [
    intervalRow(context, 'reduction', analysis.reduction, reductionPerUnit),
    intervalRow(context, 'avoided', analysis.avoided, avoided),
  ].filter((row) => row !== null);
  const { runs, seed, drawn, inputs } = analysis;
  const titles = ['number', 'central', 'low', 'high', 'mean', 'notPositive'];
  return [
    heading(own('uncertainty.interval')),
    {
      kind: 'table',
      caption: own('uncertainty.drawn', {
        runs: String(runs),
        seed: String(seed),
        drawn: String(drawn),
        inputs: String(inputs),
      }),
      columns: titles.map((key, index) => ({
        header: own(`uncertainty.columns.${key}`),
        align: index === 0 ? 'left' : 'right',
        width: index === 0 ? 30 : 14,
      })),
      rows,
    },
  ];
}

/** The simulation runs in kilograms; the result says which unit people read it in. */
function intervalRow(
  { own }: ReportContext,
  name: string,
  of: NumberUncertainty | null,
  { value, unit, rounding }: Result,
): TableRow | null {
  if (!of || !value) return null;
  const { central, low, high, mean, probabilityNotPositive } = of.summary;
  const scale = central === 0 ? new Decimal(1) : value.dividedBy(decimalOfDouble(central));
  const said = (number: number) => reported(decimalOfDouble(number).times(scale), rounding);
  const share = decimalOfDouble(probabilityNotPositive).times(100).toDecimalPlaces(2).toFixed();
  return body([
    `${own(`numbers.${name}`)} (${unit})`,
    reported(value, rounding),
    said(low),
    said(high),
    said(mean),
    `${share} %`,
  ]);
}

function sensitivity(context: ReportContext, { model, sensitivity: rows }: Analysis): readonly Block[] {
  const { own, outcome } = context;
  if (!model || rows.length === 0) return [];
  const ofAvoided =
    outcome.assessment.avoided.value !== null && rows.every(({ low, high }) => low.avoided && high.avoided);
  const result = ({ reduction, avoided }: SensitivityEnd) => (ofAvoided ? avoided!.times(TONNES) : reduction);
  const unit = ofAvoided ? 't-CO2e' : 'kg-CO2e';
  const central = ofAvoided ? outcome.assessment.avoided.value! : outcome.assessment.readings.allStages;
  const top = rows.slice(0, MOST);
  const nameOf = ({ input }: SensitivityRow) => inputName(model.inputs[input]!);
  const drawn = top.map((row) => ({
    name: nameOf(row),
    low: doubleOf(result(row.low)),
    high: doubleOf(result(row.high)),
    lowText: step(result(row.low)),
    highText: step(result(row.high)),
  }));
  const caption = own('uncertainty.tornado', { unit, what: own(`numbers.${ofAvoided ? 'avoided' : 'reduction'}`) });
  const names = {
    low: own('uncertainty.lowEnd'),
    high: own('uncertainty.highEnd'),
    central: central ? step(central) : '',
  };
  const listed = top.map((row) => sensitivityRow(context, model.inputs[row.input]!, nameOf(row), row, result));
  return [
    heading(own('uncertainty.sensitivity')),
    {
      kind: 'drawing',
      drawing: tornadoOf(drawn, central ? doubleOf(central) : 0, names),
      caption,
      description: own('uncertainty.tornadoDescription'),
    },
    {
      kind: 'table',
      caption: rows.length > MOST ? own('uncertainty.most', { shown: String(MOST), count: String(rows.length) }) : null,
      columns: ['input', 'stated', 'varied', 'result', 'flip'].map((key, index) => ({
        header: own(`uncertainty.columns.${key}`, { unit }),
        align: index === 0 ? 'left' : 'right',
        width: [28, 18, 20, 20, 14][index]!,
      })),
      rows: listed,
    },
  ];
}

function sensitivityRow(
  { own }: ReportContext,
  { central, unit }: { readonly central: Decimal; readonly unit: string },
  name: string,
  { low, high, signFlip, flipNote }: SensitivityRow,
  result: (end: SensitivityEnd) => Decimal,
): TableRow {
  const range = (from: Decimal, to: Decimal) => own('range', { from: step(from), to: step(to) });
  return body([
    name,
    `${step(central)}${unit === '1' || unit === '-' ? '' : ` ${unit}`}`,
    range(low.value, high.value),
    range(result(low), result(high)),
    signFlip && !flipNote ? step(signFlip) : NOTHING,
  ]);
}

function variations({ own, outcome, say }: ReportContext): readonly Block[] {
  if (outcome.variations.length === 0) return [];
  const value = ({ value: of, rounding, unit }: Result) => (of ? `${reported(of, rounding)} ${unit}` : own('unknown'));
  const rows = outcome.variations.map(({ name, changes, reductionPerUnit, avoided, reasons }) =>
    body([
      name,
      changes.map((change) => changeText(say, change)).join('\n'),
      value(reductionPerUnit),
      reasons.length > 0 && !avoided.value ? reasons.map(say).join('\n') : value(avoided),
    ]),
  );
  return [
    heading(own('uncertainty.variations')),
    {
      kind: 'table',
      caption: null,
      columns: ['variation', 'changes', 'reduction', 'avoided'].map((key, index) => ({
        header: key === 'reduction' || key === 'avoided' ? own(`numbers.${key}`) : own(`uncertainty.columns.${key}`),
        align: index < 2 ? 'left' : 'right',
        width: [26, 34, 20, 20][index]!,
      })),
      rows,
    },
  ];
}

/** A changed cell as people know it: sheet, row and column; of the case, its field. */
function changeText(say: ReportContext['say'], { table, row, column, from, to }: VariationChange): string {
  const what =
    table === 'KmcCase'
      ? say(`template.fields.${row}`)
      : `${say(sheetName(table))} ${row} ${say(`template.columns.${table}.${column}`)}`;
  return `${what}: ${from ?? NOTHING} → ${to}`;
}
