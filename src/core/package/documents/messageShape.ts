import type { Message, MessageParam } from '../../message';
import { isJsonObject, type Json } from '../json';
import type { Shape } from '../shape/shape';
import { list, named, object, record } from '../shape/structures';
import { double, text } from '../shape/values';

type Single = string | number | Message;

const single: Shape<Single> = {
  encode: (value) => {
    if (typeof value === 'number') return double.encode(value);
    return typeof value === 'string' ? text.encode(value) : messageShape.encode(value);
  },
  check: (found, path, report) => {
    if (found !== undefined && isJsonObject(found)) messageShape.check(found, path, report);
    else if (typeof found !== 'string' && typeof found !== 'number') report(path, 'string | number | message');
  },
  decode: (found) => (isJsonObject(found) ? messageShape.decode(found) : (found as string | number)),
  schema: (definitions) => ({ anyOf: [{ type: ['string', 'number'] }, messageShape.schema(definitions)] }),
};
const several = list(single);

const param: Shape<MessageParam> = {
  encode: (value) =>
    Array.isArray(value) ? several.encode(value as readonly Single[]) : single.encode(value as Single),
  check: (found, path, report) => (Array.isArray(found) ? several : single).check(found as Json, path, report),
  decode: (found) => (Array.isArray(found) ? several.decode(found) : single.decode(found)),
  schema: (definitions) => ({ anyOf: [single.schema(definitions), several.schema(definitions)] }),
};

/** What the core says: a code, and the values its text names. */
export const messageShape: Shape<Message> = named('message', () =>
  object<Message>({ code: text, params: record(param) }),
);
