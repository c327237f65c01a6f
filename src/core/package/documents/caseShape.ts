import type {
  AgeRow,
  Case,
  CaseField,
  ContributionRow,
  EvidenceRow,
  Factor,
  FactorPathRow,
  InventoryLine,
  MixRow,
  ParameterRow,
  PlainRow,
  Reading,
  SalesRow,
  SegmentRow,
  Side,
  TableLocation,
  TablePart,
  VariationRow,
} from '../../case/types';
import { DISTRIBUTIONS, FLOWS, PERS, PLACES, SALES_STATUSES, SHARE_BASES, STAGES } from '../../case/vocabulary';
import type { Decimal } from '../../quantity/decimal';
import type { Shape } from '../shape/shape';
import { later, list, named, object, optional, record } from '../shape/structures';
import { boolean, decimal, nullable, text, whole, word } from '../shape/values';
import { problemShape, rowShape } from './placeShapes';

const texts = nullable(text);
const number = nullable(decimal);
const year = nullable(whole);
const place = nullable(word(PLACES));
const spread = { distribution: nullable(word(DISTRIBUTIONS)), low: number, high: number };

/** A share of 0–1, or the word for an unknown one. */
const share: Shape<Decimal | 'unknown'> = {
  encode: (value) => (value === 'unknown' ? value : decimal.encode(value)),
  check: (found, path, report) => {
    if (found !== 'unknown') decimal.check(found, path, report);
  },
  decode: (found) => (found === 'unknown' ? found : decimal.decode(found)),
  schema: (definitions) => ({ anyOf: [decimal.schema(definitions), { const: 'unknown' }] }),
};

const columns = record(whole);
const part = object<TablePart>({ sheet: text, firstRow: whole, lastRow: whole, columns });
const location = object<TableLocation>({
  table: text,
  sheet: text,
  columns,
  parts: optional(list(part)) as Shape<TableLocation['parts']>,
});

const line = named('line', () =>
  object<InventoryLine>({
    ref: rowShape,
    variant: texts,
    segment: texts,
    stage: nullable(word(STAGES)),
    process: texts,
    flow: nullable(word(FLOWS)),
    inCity: nullable(share),
    amount: number,
    unit: texts,
    per: nullable(word(PERS)),
    factorId: texts,
    factor: number,
    factorUnit: texts,
    evidence: texts,
    year,
    region: texts,
    pedigree: list(year),
    basicU: number,
    ...spread,
    parameter: texts,
    note: texts,
  }),
);
const side = object<Side>({ lines: list(line) });

const field = object<CaseField>({
  ref: rowShape,
  key: text,
  text: texts,
  number,
  unit: texts,
  basis: texts,
  note: texts,
});
const factor = object<Factor>({ ref: rowShape, value: number, unit: texts, attributes: record(texts) });
const plainRow = named('plainRow', () => object<PlainRow>({ ref: rowShape, values: record(texts) }));

const sale = object<SalesRow>({
  ref: rowShape,
  segment: texts,
  period: year,
  place: texts,
  placeBasis: texts,
  inCity: place,
  units: number,
  unit: texts,
  returns: number,
  status: nullable(word(SALES_STATUSES)),
  ...spread,
  evidence: texts,
});

const contribution = object<ContributionRow>({
  ref: rowShape,
  partner: texts,
  role: texts,
  inCity: place,
  method: texts,
  numerator: number,
  denominator: number,
  unit: texts,
  year,
  share: number,
  ...spread,
  evidence: texts,
});

const evidence = object<EvidenceRow>({
  ref: rowShape,
  kind: texts,
  title: texts,
  file: texts,
  sha256: texts,
  date: texts,
  pages: texts,
  confidential: nullable(boolean),
});

const segment = object<SegmentRow>({
  ref: rowShape,
  description: texts,
  functionalUnitsPerUnit: number,
  productService: number,
  baselineService: number,
  serviceUnit: texts,
  productServiceYears: number,
  baselineServiceYears: number,
});

const mix = object<MixRow>({
  ref: rowShape,
  variant: texts,
  segment: texts,
  share: number,
  shareBasis: nullable(word(SHARE_BASES)),
  fromYear: year,
  toYear: year,
  service: number,
  serviceUnit: texts,
  serviceYears: number,
  year,
  source: texts,
  evidence: texts,
});

const age = object<AgeRow>({
  ref: rowShape,
  segment: texts,
  age: year,
  survival: number,
  use: number,
  evidence: later(text),
});

const factorPath = object<FactorPathRow>({
  ref: rowShape,
  factorId: texts,
  year,
  value: number,
  low: number,
  high: number,
  source: texts,
  evidence: later(text),
});

const parameter = object<ParameterRow>({
  ref: rowShape,
  item: texts,
  value: number,
  unit: texts,
  ...spread,
  kind: texts,
  period: texts,
  evidence: texts,
});

const variation = object<VariationRow>({
  ref: rowShape,
  name: texts,
  table: texts,
  row: texts,
  column: texts,
  value: texts,
});

/** The case: every statement of the applicant with its row; `locations` gives the column, so that each field has its cell. */
export const caseShape = object<Case>({
  language: nullable(word(['en', 'ja'] as const)),
  templateVersion: texts,
  locations: record(location),
  fields: record(field),
  fieldRows: record(rowShape),
  baseline: side,
  product: side,
  factors: list(factor),
  sales: list(sale),
  contribution: list(contribution),
  evidence: list(evidence),
  segments: list(segment),
  mix: list(mix),
  parameters: list(parameter),
  ages: list(age),
  factorPaths: list(factorPath),
  sideEffects: side,
  variations: list(variation),
  exclusions: list(plainRow),
  allocation: list(plainRow),
});

/** `case.json`: the case and what reading it found, on which the calculation rests. */
export const caseDocumentShape = object<Reading>({ case: caseShape, problems: list(problemShape) });
