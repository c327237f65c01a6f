import type {
  Assessment,
  CalendarYearRow,
  Deductions,
  LineResult,
  PartnerPart,
  Result,
  SaleYearRow,
  SalesResult,
  SegmentResult,
  Setting,
  StageResult,
  Step,
  Totals,
  TraceNode,
  YearTables,
} from '../../calculation/types';
import type { Variation, VariationChange } from '../../calculation/variations';
import type { YearRow } from '../../calculation/yearBasis';
import type { Choice, Thresholds } from '../../calculation/profile';
import { BASES, PLACES, SALES_STATUSES, STAGES } from '../../case/vocabulary';
import { ROUNDING_MODES, type RoundingSetting } from '../../quantity/rounding';
import type { CellRef } from '../../workbook/cell';
import type { Shape } from '../shape/shape';
import { list, named, object, record } from '../shape/structures';
import { boolean, decimal, nullable, text, whole, word } from '../shape/values';
import { messageShape } from './messageShape';
import { cellShape, problemShape, rowShape } from './placeShapes';

/** An assessment as a package keeps it: the models are worked out again from the case where they are needed. */
export type StoredAssessment = Omit<Assessment, 'models'>;

/** `assessment.json`. */
export interface AssessmentDocument {
  readonly assessment: StoredAssessment;
  /** The certified numbers as they are reported: rounded once, in plain digits. */
  readonly reported: ReportedNumbers;
  readonly variations: readonly Variation[];
}

export interface ReportedNumbers {
  readonly reductionPerUnit: string | null;
  readonly avoided: string | null;
}

const messages = list(messageShape);
const maybeDecimal = nullable(decimal);
const maybeIndex = nullable(whole);

/** One value for each reading of "net outside reduction". */
const inReadings = <T>(allStages: Shape<T>) =>
  object<{ allStages: T; outsideShare: T }>({ allStages, outsideShare: allStages });

const rounding = object<RoundingSetting>({ mode: word(ROUNDING_MODES), digits: whole });
const result = named('result', () =>
  object<Result>({ value: maybeDecimal, unit: text, rounding, trace: maybeIndex, reasons: messages }),
);
const step = object<Step>({ value: decimal, trace: whole });

/** An earlier step by its index, or a cell of the workbook. */
const input: Shape<number | CellRef> = {
  encode: (value) => (typeof value === 'number' ? value : cellShape.encode(value)),
  check: (found, path, report) => (typeof found === 'number' ? whole : cellShape).check(found, path, report),
  decode: (found) => (typeof found === 'number' ? found : cellShape.decode(found)),
  schema: (definitions) => ({ anyOf: [whole.schema(definitions), cellShape.schema(definitions)] }),
};
const traceNode = object<TraceNode>({
  equation: text,
  value: decimal,
  unit: text,
  inputs: list(input),
  subject: nullable(text),
});

const stage = named('stage', () =>
  object<StageResult>({
    stage: word(STAGES),
    baseline: decimal,
    product: decimal,
    reduction: decimal,
    lines: object<StageResult['lines']>({ baseline: whole, product: whole }),
    trace: whole,
  }),
);

const segment = object<SegmentResult>({
  segment: nullable(text),
  functionalUnitsPerUnit: decimal,
  unitsOutside: decimal,
  stages: list(stage),
  reduction: object<SegmentResult['reduction']>({ allStages: decimal, outsideShare: maybeDecimal }),
  rebound: decimal,
  sideEffects: decimal,
  avoided: decimal,
  trace: whole,
});

const setting = object<Setting>({ key: text, value: text, basis: text, from: word(['profile', 'workbook'] as const) });
const totals = object<Totals>({ baseline: step, product: step, reduction: step });
const deductions = object<Deductions>({
  rebound: decimal,
  sideEffects: decimal,
  traces: object<Deductions['traces']>({ rebound: maybeIndex, sideEffects: maybeIndex }),
});

const line = object<LineResult>({
  ref: rowShape,
  side: word(['baseline', 'product', 'side-effect'] as const),
  stage: word(STAGES),
  process: nullable(text),
  segment: nullable(text),
  emission: object<LineResult['emission']>({ allStages: decimal, outsideShare: maybeDecimal }),
  trace: whole,
});

const partner = object<PartnerPart>({
  ref: rowShape,
  partner: nullable(text),
  inCity: nullable(word(PLACES)),
  share: decimal,
  avoided: decimal,
  trace: whole,
});

const sale = object<SalesResult>({
  status: word(SALES_STATUSES),
  year: whole,
  units: decimal,
  avoided: maybeDecimal,
  trace: maybeIndex,
  reasons: messages,
});

const yearRow = object<YearRow>({ year: whole, avoided: decimal });
const saleYear = object<SaleYearRow>({
  year: whole,
  units: decimal,
  avoided: decimal,
  years: list(yearRow),
  trace: whole,
});
const calendarYear = object<CalendarYearRow>({ year: whole, avoided: decimal, trace: whole });
const years = object<YearTables>({
  saleYears: list(saleYear),
  calendarYears: list(calendarYear),
  total: decimal,
  totalTrace: whole,
});

const change = object<VariationChange>({ table: text, row: text, column: text, from: nullable(text), to: text });
const variation = object<Variation>({
  name: text,
  changes: list(change),
  reductionPerUnit: result,
  avoided: result,
  reasons: messages,
});

/** By their names, whichever they are. */
const thresholds = record(object<Choice>({ value: text, basis: word(BASES) })) as unknown as Shape<Thresholds>;

const assessment = object<StoredAssessment>({
  profile: object<Assessment['profile']>({ id: text, version: text }),
  thresholds,
  settings: list(setting),
  attribution: word(['rate', 'unallocated'] as const),
  accounting: word(['flow', 'stock'] as const),
  reductionPerUnit: result,
  avoided: result,
  timeSense: nullable(word(['lifetime', 'annual'] as const)),
  readings: inReadings(maybeDecimal),
  readingTraces: inReadings(maybeIndex),
  avoidedReadings: inReadings(nullable(step)),
  contributionRate: result,
  unitsOutside: result,
  unallocated: result,
  partners: list(partner),
  stages: list(stage),
  totals: nullable(totals),
  deductions: inReadings(nullable(deductions)),
  productWithEffects: nullable(step),
  segments: list(segment),
  lines: list(line),
  sales: list(sale),
  years: nullable(years),
  yearsReasons: messages,
  modelReasons: messages,
  co2Only: boolean,
  trace: list(traceNode),
  problems: list(problemShape),
});

export const assessmentDocumentShape = object<AssessmentDocument>({
  assessment,
  reported: object<ReportedNumbers>({ reductionPerUnit: nullable(text), avoided: nullable(text) }),
  variations: list(variation),
});
