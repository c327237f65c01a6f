import { zlibSync } from 'fflate';

/** Streams shorter than this gain nothing. */
const WORTH = 200;

const encoder = new TextEncoder();
const decoder = new TextDecoder('latin1');

/** An object as it stands in the file. */
interface Piece {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/**
 * Compresses the streams of a PDF that has none compressed. This is done here, by one compressor that is the same on every machine, since
 * those that come with Node and browsers give different bytes from version to version.
 * @param pdf with a cross-reference table (PDF 32000-1, 7.5.4), its objects in one piece each and lengths of streams written out
 * @throws RangeError for a file that is not built so
 */
export function compressStreams(pdf: Uint8Array): Uint8Array {
  const { offsets, table, trailer } = tableOf(pdf);
  const order = [...offsets].sort((one, other) => one.offset - other.offset);
  const head = pdf.subarray(0, order[0]?.offset ?? table);
  const pieces = order.map(({ number, offset }, index): Piece => {
    const end = order[index + 1]?.offset ?? table;
    return { number, bytes: compressed(pdf.subarray(offset, end)) };
  });
  return joined(head, pieces, trailer);
}

interface Table {
  readonly offsets: readonly { readonly number: number; readonly offset: number }[];
  /** Where the table begins. */
  readonly table: number;
  /** From the word `trailer` to the word `startxref`. */
  readonly trailer: string;
}

function tableOf(pdf: Uint8Array): Table {
  const tail = decoder.decode(pdf.subarray(Math.max(0, pdf.length - 64)));
  const table = Number(/startxref\s+(\d+)/.exec(tail)?.[1] ?? NaN);
  if (!Number.isInteger(table)) throw new RangeError('a PDF without startxref');
  const text = decoder.decode(pdf.subarray(table));
  const [entries, rest] = text.split('trailer') as [string, string | undefined];
  if (!entries.startsWith('xref') || rest === undefined) throw new RangeError('a PDF without a cross-reference table');
  const offsets = [...entries.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].flatMap(([, offset, kind], number) =>
    kind === 'n' ? [{ number, offset: Number(offset) }] : [],
  );
  return { offsets, table, trailer: `trailer${rest.slice(0, rest.indexOf('startxref'))}` };
}

/** The object with its stream compressed, where it has one that is worth it. */
function compressed(object: Uint8Array): Uint8Array {
  const head = decoder.decode(object.subarray(0, 2048));
  const start = head.indexOf('\nstream\n');
  const length = Number(/\/Length (\d+)/.exec(start < 0 ? '' : head.slice(0, start))?.[1] ?? NaN);
  if (start < 0 || length < WORTH || head.slice(0, start).includes('/Filter')) return object;
  if (!Number.isInteger(length)) throw new RangeError('a stream whose length is not written out');
  const from = start + '\nstream\n'.length;
  const content = zlibSync(object.subarray(from, from + length), { level: 6 });
  const dictionary = head.slice(0, start).replace(/\/Length \d+/, `/Length ${content.length}\n/Filter /FlateDecode`);
  return concatenated([encoder.encode(`${dictionary}\nstream\n`), content, object.subarray(from + length)]);
}

function joined(head: Uint8Array, pieces: readonly Piece[], trailer: string): Uint8Array {
  const places = new Map<number, number>();
  let at = head.length;
  for (const { number, bytes } of pieces) {
    places.set(number, at);
    at += bytes.length;
  }
  const last = Math.max(0, ...places.keys());
  const entry = (number: number) => {
    const place = places.get(number);
    return place === undefined ? '0000000000 65535 f \n' : `${String(place).padStart(10, '0')} 00000 n \n`;
  };
  const entries = Array.from({ length: last + 1 }, (_, number) => entry(number)).join('');
  const tail = `xref\n0 ${last + 1}\n${entries}${trailer}startxref\n${at}\n%%EOF\n`;
  return concatenated([head, ...pieces.map(({ bytes }) => bytes), encoder.encode(tail)]);
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
