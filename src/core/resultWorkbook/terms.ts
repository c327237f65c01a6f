import { inputName } from '../analysis';
import type { ModelInput, ModelTerm, ReductionModel } from '../calculation/model';
import { Decimal, sum } from '../quantity/decimal';
import { placeOf, type ReportContext } from '../report/context';
import { sheetCellAddress } from '../workbook/a1';
import type { Live, SheetWriter } from './sheet';

/** A number of the check with the cell it stands in. */
export interface Placed {
  readonly address: string;
  readonly value: Decimal;
}

const ONE = new Decimal(1);
const ZERO = new Decimal(0);

/** Inputs that a term may name: amount, parameter, factor. */
const MOST_INPUTS = 3;

/** Column of the weight in the block of segments. */
export const WEIGHT = 4;

/** Columns of the block of terms. */
export const TERM = { segment: 2, side: 3, stage: 4, coefficient: 5, first: 6, value: 9, weighted: 10 } as const;

export const headersOf = ({ own }: ReportContext, keys: readonly string[]): readonly string[] =>
  keys.map((key) => own(`workbook.columns.${key}`));

export function writeInputs(
  context: ReportContext,
  writer: SheetWriter,
  { inputs }: ReductionModel,
  addressOf: (input: ModelInput) => string | null,
): readonly Placed[] {
  writer.title(context.own('workbook.inputs'));
  writer.line(headersOf(context, ['input', 'kind', 'value', 'unit', 'origin']), 'header');
  return inputs.map((input) => {
    const source = addressOf(input);
    writer.put(0, input.kind === 'rebound' ? context.say(`template.fields.${input.label}`) : inputName(input));
    writer.put(1, context.own(`workbook.kinds.${input.kind}`));
    const address = writer.put(2, source === null ? input.central : { formula: source, value: input.central });
    writer.put(3, input.unit);
    writer.put(4, input.cell ? sheetCellAddress(input.cell) : '');
    writer.next();
    return { address, value: input.central };
  });
}

export interface Layout {
  readonly firstTerm: number;
  readonly lastTerm: number;
  readonly firstSegment: number;
}

/** Terms weigh by segments that stand below them, so both blocks' rows are known first: a heading and a header before each, a free row between. */
/** @returns the sheet's rows, from 0, in which the blocks will stand */
export function layoutOf(writer: SheetWriter, { terms }: ReductionModel): Layout {
  const firstTerm = writer.row + 3;
  return { firstTerm, lastTerm: firstTerm + terms.length - 1, firstSegment: firstTerm + terms.length + 3 };
}

export const unitsOf = ({ segments }: ReductionModel, inputs: readonly Placed[]): readonly Decimal[] =>
  segments.map(({ units }) => sum(units.map((at) => inputs[at]!.value)));

/** Share of a segment in all functional units delivered; the only segment is the whole, sold or not. */
export function weightsOf(model: ReductionModel, inputs: readonly Placed[]): readonly Decimal[] {
  if (model.segments.length === 1) return [ONE];
  const units = unitsOf(model, inputs);
  const delivered = model.segments.map(({ functionalUnitsPerUnit }, at) => functionalUnitsPerUnit.times(units[at]!));
  const whole = sum(delivered);
  return delivered.map((each) => (whole.isZero() ? ZERO : each.dividedBy(whole)));
}

export interface WrittenTerm {
  readonly term: ModelTerm;
  readonly value: Decimal;
}

export interface Terms {
  readonly written: readonly WrittenTerm[];
  /** A column of the block as a range. */
  readonly range: (column: number) => string;
}

export function writeTerms(
  context: ReportContext,
  writer: SheetWriter,
  model: ReductionModel,
  inputs: readonly Placed[],
  layout: Layout,
): Terms {
  const { own } = context;
  writer.next();
  writer.title(own('workbook.terms'));
  writer.line(
    headersOf(context, [
      'line',
      'place',
      'segment',
      'side',
      'stage',
      'coefficient',
      'input1',
      'input2',
      'input3',
      'term',
      'weighted',
    ]),
    'header',
  );
  const weights = weightsOf(model, inputs);
  const written = model.terms.map((term) => {
    const value = writeTerm(context, writer, term, inputs, (segment) => ({
      formula: writer.reference(layout.firstSegment + segment, WEIGHT),
      value: weights[segment]!,
    }));
    return { term, value };
  });
  return { written, range: (column) => writer.range(column, layout.firstTerm, layout.lastTerm) };
}

function writeTerm(
  context: ReportContext,
  writer: SheetWriter,
  term: ModelTerm,
  inputs: readonly Placed[],
  weightOf: (segment: number) => Live,
): Decimal {
  const { say, own } = context;
  if (term.inputs.length > MOST_INPUTS) throw new RangeError(`a term of ${term.inputs.length} inputs`);
  writer.put(0, term.ref.id);
  writer.put(1, placeOf(context, term.ref, 'amount'));
  writer.put(TERM.segment, new Decimal(term.segment + 1), { numberFormat: '0' });
  writer.put(TERM.side, own(`workbook.sides.${term.side}`));
  writer.put(TERM.stage, say(`choices.stage.${term.stage}`));
  const coefficient = writer.put(TERM.coefficient, term.coefficient);
  const factors = term.inputs.map((at, index) => {
    const { address, value } = inputs[at]!;
    return writer.put(TERM.first + index, { formula: address, value });
  });
  const value = term.inputs.reduce((product, at) => product.times(inputs[at]!.value), term.coefficient);
  const cell = writer.put(TERM.value, { formula: [coefficient, ...factors].join('*'), value });
  const weight = weightOf(term.segment);
  writer.put(TERM.weighted, { formula: `${cell}*${weight.formula}`, value: value.times(weight.value) });
  writer.next();
  return value;
}
