import type { Entry } from '../../review/decisions/entries';
import type { Shape } from '../shape/shape';
import { list, object } from '../shape/structures';
import { sha256Text, text, whole, word } from '../shape/values';
import { decisionShape, reasonShape, replyShape } from './findings';

/** `review.json`: what a reviewer answers to one package, to be taken into the author's workbook. */
export interface ReviewAnswer {
  readonly format: 'kmc-review';
  readonly formatVersion: number;
  /** SHA-256 of the package's tagmanifest-sha256.txt: the answer is to this very package. */
  readonly package: string;
  /** Version of the product that wrote it. */
  readonly software: string;
  readonly entries: readonly Entry[];
}

const OF_KIND = { decision: decisionShape, reason: reasonShape, reply: replyShape } as const;
const shapeOf = (kind: unknown): Shape<Entry> =>
  (typeof kind === 'string' && Object.hasOwn(OF_KIND, kind)
    ? OF_KIND[kind as keyof typeof OF_KIND]
    : decisionShape) as unknown as Shape<Entry>;

const entry: Shape<Entry> = {
  encode: (value) => shapeOf(value.kind).encode(value),
  check: (found, path, report) =>
    shapeOf((found as { kind?: unknown } | null | undefined)?.kind).check(found, path, report),
  decode: (found) => shapeOf((found as { kind?: unknown }).kind).decode(found),
  schema: (definitions) => ({ oneOf: Object.values(OF_KIND).map((shape) => shape.schema(definitions)) }),
};

export const reviewAnswerShape = object<ReviewAnswer>({
  format: word(['kmc-review'] as const),
  formatVersion: whole,
  package: sha256Text,
  software: text,
  entries: list(entry),
});
