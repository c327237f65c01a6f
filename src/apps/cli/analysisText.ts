import { inputName, type Analysis, type NumberUncertainty } from '../../core/analysis';
import type { Assessment, Result } from '../../core/calculation/types';
import { message } from '../../core/message';
import type { Outcome } from '../../core/outcome';
import { Decimal } from '../../core/quantity/decimal';
import { columns, reported, shown } from './layout';
import type { Session } from './terminal';

/** Bars of the tornado that are printed; the JSON has all of them. */
const MOST_INPUTS = 8;
const TONNES = '0.001';

/** How sure the numbers are, what moves them, when the savings arise and what other conditions would give. */
export function analysisText(session: Session, outcome: Outcome, analysis: Analysis | null): string {
  return [
    certainty(session, outcome.assessment, analysis),
    tornado(session, outcome.assessment, analysis),
    years(session, outcome.assessment),
    variations(session, outcome),
  ].join('');
}

function certainty(
  { say }: Session,
  { reductionPerUnit, avoided, models }: Assessment,
  analysis: Analysis | null,
): string {
  if (!models.reduction) return '';
  if (!analysis)
    return `${say(message('cli.result.analysis.too-large', { lines: models.reduction.terms.length }))}\n\n`;
  const { runs, seed, drawn, inputs } = analysis;
  if (drawn === 0) return `${say('cli.result.analysis.exact')}\n\n`;
  const rows = [
    intervalText(say, 'reduction', analysis.reduction, reductionPerUnit),
    intervalText(say, 'avoided', analysis.avoided, avoided),
  ];
  const title = say(message('cli.result.analysis.title', { runs, seed, drawn, inputs }));
  return `${title}\n${rows.filter((row) => row !== null).join('')}\n`;
}

/** The summary is of kilograms; the result says which unit people read it in. */
function intervalText(
  say: Session['say'],
  name: 'reduction' | 'avoided',
  of: NumberUncertainty | null,
  { value, unit, rounding }: Result,
): string | null {
  if (!of || !value) return null;
  const scale = of.summary.central === 0 ? new Decimal(1) : value.dividedBy(of.summary.central);
  const text = (number: number) => reported(new Decimal(number).times(scale), rounding);
  const { low, high, mean, probabilityNotPositive } = of.summary;
  const share = new Decimal(probabilityNotPositive).times(100).toDecimalPlaces(2).toString();
  const params = { low: text(low), high: text(high), mean: text(mean), unit, share };
  return `  ${say(`cli.result.${name}`)}: ${say(message('cli.result.analysis.interval', params))}\n`;
}

function tornado({ say }: Session, { avoided }: Assessment, analysis: Analysis | null): string {
  if (!analysis?.model || analysis.sensitivity.length === 0) return '';
  const inputs = analysis.model.inputs;
  const ofAvoided = avoided.value !== null;
  const rows = analysis.sensitivity.slice(0, MOST_INPUTS).map(({ input, low, high, signFlip, flipNote }) => {
    const { central, unit } = inputs[input]!;
    const result = ({ reduction, avoided: kilograms }: typeof low) =>
      ofAvoided && kilograms ? shown(kilograms.times(TONNES)) : shown(reduction);
    return [
      inputName(inputs[input]!),
      `${shown(central)} ${unit}`,
      `${shown(low.value)} … ${shown(high.value)}`,
      `${result(low)} … ${result(high)}`,
      signFlip && !flipNote ? shown(signFlip) : say('cli.result.analysis.never'),
    ];
  });
  const header = ['input', 'stated', 'varied', 'result', 'flip'].map((key) => say(`cli.result.analysis.${key}`));
  const what = say(`cli.result.${ofAvoided ? 'avoided' : 'reduction'}`);
  const unit = ofAvoided ? 't-CO2e' : 'kg-CO2e';
  const title = say(message('cli.result.analysis.sensitivity', { what: `${what} (${unit})` }));
  return `${title}\n${columns([header, ...rows])}\n`;
}

function years({ say }: Session, { years: tables }: Assessment): string {
  if (!tables || tables.calendarYears.length < 2) return '';
  const list = (rows: readonly { year: number; avoided: Decimal }[]) =>
    rows.map(({ year, avoided }) => `${year}: ${shown(avoided)}`).join('  ');
  const rows = [
    [say('cli.result.analysis.saleYear'), list(tables.saleYears)],
    [say('cli.result.analysis.calendarYear'), list(tables.calendarYears)],
    [say('cli.result.column.total'), shown(tables.total)],
  ];
  return `${say('cli.result.analysis.years')}\n${rows.map(([name, text]) => `  ${name}  ${text}\n`).join('')}\n`;
}

function variations({ say }: Session, { variations: named }: Outcome): string {
  if (named.length === 0) return '';
  const value = (result: Result) =>
    result.value ? `${reported(result.value, result.rounding)} ${result.unit}` : say('cli.result.none');
  const rows = named.map(({ name, reductionPerUnit, avoided }) => [name, value(reductionPerUnit), value(avoided)]);
  return `${say('cli.result.analysis.variations')}\n${columns(rows)}\n`;
}
