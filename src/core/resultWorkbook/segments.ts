import type { ModelTerm, ReductionModel } from '../calculation/model';
import type { Stage } from '../case/vocabulary';
import { Decimal, sum } from '../quantity/decimal';
import type { ReportContext } from '../report/context';
import type { Live, SheetWriter } from './sheet';
import {
  headersOf,
  TERM,
  unitsOf,
  WEIGHT,
  weightsOf,
  type Layout,
  type Placed,
  type Terms,
  type WrittenTerm,
} from './terms';

const ZERO = new Decimal(0);
const ONE = new Decimal(1);
export const SIDES = ['baseline', 'product', 'side-effect'] as const;

/** Columns of the block of segments. */
const SEGMENT = {
  k: 1,
  units: 2,
  delivered: 3,
  weight: WEIGHT,
  sides: 5,
  use: 6,
  rebound: 7,
  net: 8,
  whole: 9,
} as const;

export interface Segments {
  readonly reduction: Live;
  readonly whole: Live;
  readonly rebound: Live;
  readonly sold: boolean;
}

const signOf = (side: ModelTerm['side']): 1 | -1 => (side === 'baseline' ? 1 : -1);

export function writeSegments(
  context: ReportContext,
  writer: SheetWriter,
  model: ReductionModel,
  inputs: readonly Placed[],
  terms: Terms,
  { firstSegment }: Layout,
): Segments {
  const { own } = context;
  writer.next();
  writer.title(own('workbook.segments'));
  writer.line(
    headersOf(context, ['segment', 'k', 'units', 'delivered', 'weight', 'sides', 'use', 'rebound', 'net', 'whole']),
    'header',
  );
  const last = firstSegment + model.segments.length - 1;
  const weights = weightsOf(model, inputs);
  const units = unitsOf(model, inputs);
  const values = model.segments.map((segment, at) => segmentValues(model, inputs, terms, at));
  model.segments.forEach((segment, at) => {
    const cell = (column: number) => writer.reference(firstSegment + at, column);
    const { sides, use, rebound, net } = values[at]!;
    const delivered = segment.functionalUnitsPerUnit.times(units[at]!);
    writer.put(0, `${at + 1}${segment.segment === null ? '' : ` ${segment.segment}`}`);
    writer.put(SEGMENT.k, segment.functionalUnitsPerUnit);
    const sold = segment.units.map((index) => inputs[index]!.address);
    writer.put(SEGMENT.units, sold.length === 0 ? ZERO : { formula: sold.join('+'), value: units[at]! });
    writer.put(SEGMENT.delivered, { formula: `${cell(SEGMENT.k)}*${cell(SEGMENT.units)}`, value: delivered });
    const all = writer.range(SEGMENT.delivered, firstSegment, last);
    const weight =
      model.segments.length === 1
        ? ONE
        : { formula: `IF(SUM(${all})=0,0,${cell(SEGMENT.delivered)}/SUM(${all}))`, value: weights[at]! };
    writer.put(SEGMENT.weight, weight);
    writer.put(SEGMENT.sides, { formula: signedSum(context, terms, at, SIDES, null), value: sides });
    writer.put(SEGMENT.use, { formula: signedSum(context, terms, at, ['baseline', 'product'], 'use'), value: use });
    const r = model.rebound === null ? '0' : inputs[model.rebound]!.address;
    writer.put(SEGMENT.rebound, { formula: `${r}*MAX(${cell(SEGMENT.use)},0)`, value: rebound });
    writer.put(SEGMENT.net, { formula: `${cell(SEGMENT.sides)}-${cell(SEGMENT.rebound)}`, value: net });
    writer.put(SEGMENT.whole, {
      formula: `${cell(SEGMENT.delivered)}*${cell(SEGMENT.net)}`,
      value: delivered.times(net),
    });
    writer.next();
  });
  const over = (column: number) => writer.range(column, firstSegment, last);
  const mean = (column: number, of: readonly Decimal[]): Live => ({
    formula: `SUMPRODUCT(${over(SEGMENT.weight)},${over(column)})`,
    value: sum(of.map((each, at) => each.times(weights[at]!))),
  });
  return {
    reduction: mean(
      SEGMENT.net,
      values.map(({ net }) => net),
    ),
    rebound: mean(
      SEGMENT.rebound,
      values.map(({ rebound }) => rebound),
    ),
    whole: {
      formula: `SUM(${over(SEGMENT.whole)})`,
      value: sum(values.map(({ net }, at) => net.times(units[at]!).times(model.segments[at]!.functionalUnitsPerUnit))),
    },
    sold: model.segments.some((segment) => segment.units.length > 0),
  };
}

/** Baseline less product and side effects in one segment. */
function signedSum(
  { own, say }: ReportContext,
  terms: Terms,
  segment: number,
  sides: readonly ModelTerm['side'][],
  stage: Stage | null,
): string {
  const [value, ofSegment, ofSide, ofStage] = [TERM.value, TERM.segment, TERM.side, TERM.stage].map(terms.range);
  const limit = stage === null ? '' : `,${ofStage},${quoted(say(`choices.stage.${stage}`))}`;
  return sides
    .map((side, index) => {
      const sign = signOf(side) < 0 ? '-' : index === 0 ? '' : '+';
      return `${sign}SUMIFS(${value},${ofSegment},${segment + 1},${ofSide},${quoted(own(`workbook.sides.${side}`))}${limit})`;
    })
    .join('');
}

export const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

function segmentValues(model: ReductionModel, inputs: readonly Placed[], { written }: Terms, segment: number) {
  const own = written.filter(({ term }) => term.segment === segment);
  const signed = (of: readonly WrittenTerm[]) => sum(of.map(({ term, value }) => value.times(signOf(term.side))));
  const sides = signed(own);
  const use = signed(own.filter(({ term }) => term.stage === 'use' && term.side !== 'side-effect'));
  const r = model.rebound === null ? ZERO : inputs[model.rebound]!.value;
  const rebound = r.times(Decimal.max(use, 0));
  return { sides, use, rebound, net: sides.minus(rebound) };
}
