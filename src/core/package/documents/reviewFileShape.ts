import { APPLICATION_STATES } from '../../review/decisions/applicationState';
import type { Entry } from '../../review/decisions/entries';
import { parseEntry } from '../../review/decisions/parseEntries';
import { ASSURANCE_LEVELS, OPINIONS, type Opinion, type SampledItem } from '../../review/decisions/opinion';
import type { ReviewedApplication, ReviewFile } from '../../review/decisions/reviewFile';
import { isJsonObject, type Json } from '../json';
import type { Shape } from '../shape/shape';
import { list, object, optional } from '../shape/structures';
import { nullable, sha256Text, text, whole, word } from '../shape/values';
import { decisionShape, reasonShape, replyShape } from './findings';

const OF_KIND: Readonly<Record<Entry['kind'], Shape<Entry>>> = {
  decision: decisionShape as unknown as Shape<Entry>,
  reason: reasonShape as unknown as Shape<Entry>,
  reply: replyShape as unknown as Shape<Entry>,
};

/** What is of no known kind is told as a decision that it is not. */
const shapeOf = (found: Json | undefined): Shape<Entry> => {
  const kind = found !== undefined && isJsonObject(found) ? found['kind'] : undefined;
  return kind === 'reason' || kind === 'reply' ? OF_KIND[kind] : OF_KIND.decision;
};

const entry: Shape<Entry> = {
  encode: (value) => OF_KIND[value.kind].encode(value),
  check: (found, path, report) => {
    shapeOf(found).check(found, path, report);
    // Days of the calendar and rounds that people count, which no schema says.
    if (parseEntry(found) === null) report(path, 'entry of a review record');
  },
  decode: (found) => shapeOf(found).decode(found),
  schema: (definitions) => ({ oneOf: Object.values(OF_KIND).map((shape) => shape.schema(definitions)) }),
};

const texts = nullable(text);
const application = object<ReviewedApplication>({
  applicant: texts,
  productName: texts,
  productModel: texts,
  fiscalYear: nullable(whole),
});

const opinion = object<Opinion>({
  level: word(ASSURANCE_LEVELS),
  opinion: word(OPINIONS),
  materiality: text,
  scope: text,
  sampled: list(object<SampledItem>({ table: text, rowId: text })),
  text,
  by: text,
  date: text,
});

/** The number of the format, which is a number of its own in JSON. */
const versionOne: Shape<1> = {
  encode: (value) => value,
  check: (found, path, report) => {
    if (found !== 1) report(path, '1');
  },
  decode: () => 1,
  schema: () => ({ const: 1 }),
};

/** `review.json`: a reviewer's answer, bound to the package by its id. */
export const reviewFileShape = object<ReviewFile>({
  format: word(['kmc-review'] as const),
  version: versionOne,
  package: nullable(sha256Text),
  application: optional(application) as unknown as Shape<ReviewFile['application']>,
  round: whole,
  state: word(APPLICATION_STATES),
  entries: list(entry),
  opinion: optional(opinion) as unknown as Shape<ReviewFile['opinion']>,
});
