import type { ModelInput, ReductionModel } from '../calculation/model';
import { STAGES, type Stage } from '../case/vocabulary';
import { Decimal, sum } from '../quantity/decimal';
import type { ReportContext } from '../report/context';
import { quoted, SIDES, writeSegments, type Segments } from './segments';
import type { Live, SheetWriter } from './sheet';
import { layoutOf, TERM, weightsOf, writeInputs, writeTerms, type Placed, type Terms } from './terms';

/** Results per functional unit, kg-CO2e in the certified reading. */
export interface PerUnit {
  readonly reduction: Placed;
  readonly rebound: Placed;
  /** Both sides and side effects by stage over all segments. */
  readonly stages: Readonly<Record<'baseline' | 'product' | 'side-effect', Readonly<Record<Stage, Placed>>>>;
}

export interface Whole {
  readonly rate: Placed;
  /** kg-CO2e. */
  readonly avoided: Placed;
}

const ONE = new Decimal(1);

/**
 * Writes a model of the reduction as native formulas: inputs, terms, segments, results. What a formula names stands above it or in a value
 * sheet, except that a term's weight stands in its segment below.
 *   ΔE_g = Σ ± terms − r · max(Σ ± use terms of both sides, 0);  reduction = Σ k N ΔE ÷ Σ k N
 * @param addressOf the value sheet's cell of an input, `null` where its value stands in this sheet
 */
export function writePerUnit(
  context: ReportContext,
  writer: SheetWriter,
  model: ReductionModel,
  addressOf: (input: ModelInput) => string | null,
): { readonly perUnit: PerUnit; readonly inputs: readonly Placed[]; readonly segments: Segments } {
  const { inputs, terms, segments } = writeBlocks(context, writer, model, addressOf);
  const reduction = resultRow(context, writer, 'reduction', segments.reduction, 'kg-CO2e');
  const rebound = resultRow(context, writer, 'rebound', segments.rebound, 'kg-CO2e');
  const stages = stageCells(context, writer, terms, weightsOf(model, inputs));
  return { perUnit: { reduction, rebound, stages }, inputs, segments };
}

/** Writes the avoided emissions of a model whose blocks stand already: c · Σ k N ΔE. @returns `null` where nothing is sold */
export function writeWhole(
  context: ReportContext,
  writer: SheetWriter,
  model: ReductionModel,
  inputs: readonly Placed[],
  { sold, whole }: Segments,
): Whole | null {
  if (!sold) return null;
  const rate = resultRow(context, writer, 'rate', rateOf(model, inputs), '');
  const content = { formula: `${rate.address}*${whole.formula}`, value: rate.value.times(whole.value) };
  return { rate, avoided: resultRow(context, writer, 'avoided', content, 'kg-CO2e') };
}

/** The blocks of any model, e.g. one of cohorts in use, whose mean per functional unit means nothing. */
export function writeBlocks(
  context: ReportContext,
  writer: SheetWriter,
  model: ReductionModel,
  addressOf: (input: ModelInput) => string | null,
): { readonly inputs: readonly Placed[]; readonly terms: Terms; readonly segments: Segments } {
  const inputs = writeInputs(context, writer, model, addressOf);
  const layout = layoutOf(writer, model);
  const terms = writeTerms(context, writer, model, inputs, layout);
  const segments = writeSegments(context, writer, model, inputs, terms, layout);
  writer.next();
  writer.title(context.own('workbook.results'));
  return { inputs, terms, segments };
}

function resultRow(
  { own }: ReportContext,
  writer: SheetWriter,
  key: string,
  content: Live | Decimal,
  unit: string,
): Placed {
  writer.put(0, own(`workbook.rows.${key}`), { style: 'label' });
  const address = writer.put(2, content);
  writer.put(3, unit);
  writer.next();
  return { address, value: 'formula' in content ? content.value : content };
}

function rateOf({ rate }: ReductionModel, inputs: readonly Placed[]): Live | Decimal {
  if (rate.length === 0) return ONE;
  const shares = rate.map((at) => inputs[at]!);
  return { formula: shares.map(({ address }) => address).join('+'), value: sum(shares.map(({ value }) => value)) };
}

/** Sums of the weighted terms by side and stage. */
function stageCells(
  context: ReportContext,
  writer: SheetWriter,
  { written, range }: Terms,
  weights: readonly Decimal[],
): PerUnit['stages'] {
  const { own, say } = context;
  writer.next();
  writer.title(own('workbook.byStage'));
  writer.line([own('workbook.columns.side'), ...STAGES.map((stage) => say(`choices.stage.${stage}`))], 'header');
  const [weighted, ofSide, ofStage] = [TERM.weighted, TERM.side, TERM.stage].map(range);
  const placed = SIDES.map((side) => {
    const name = own(`workbook.sides.${side}`);
    writer.put(0, name, { style: 'label' });
    const cells = STAGES.map((stage, index) => {
      const inside = written.filter(({ term }) => term.side === side && term.stage === stage);
      const value = sum(inside.map((each) => each.value.times(weights[each.term.segment]!)));
      const formula = `SUMIFS(${weighted},${ofSide},${quoted(name)},${ofStage},${quoted(say(`choices.stage.${stage}`))})`;
      return [stage, { address: writer.put(index + 1, { formula, value }), value }] as const;
    });
    writer.next();
    return [side, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(placed) as PerUnit['stages'];
}
