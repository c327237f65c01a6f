/** Answers whether a font has a character. */
export type HasGlyph = (codePoint: number) => boolean;

/** Platform and encoding of a map of all Unicode characters, in the OpenType table `cmap`. */
const FULL_UNICODE: readonly (readonly [platform: number, encoding: number])[] = [
  [3, 10],
  [0, 4],
  [0, 6],
];

/**
 * Reads which characters a TrueType font draws (OpenType 1.9, `cmap` format 12).
 * @throws RangeError for what is no such font
 */
export function glyphsOf(font: Uint8Array): HasGlyph {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const groups = groupsAt(view, mapOffset(view, tableOffset(view, 'cmap')));
  return (codePoint) => groups.some(([first, last]) => first <= codePoint && codePoint <= last);
}

function tableOffset(view: DataView, wanted: string): number {
  const tables = view.getUint16(4);
  for (let at = 12; at < 12 + tables * 16; at += 16) {
    const tag = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    );
    if (tag === wanted) return view.getUint32(at + 8);
  }
  throw new RangeError(`the font has no table ${wanted}`);
}

function mapOffset(view: DataView, cmap: number): number {
  const maps = view.getUint16(cmap + 2);
  for (let at = cmap + 4; at < cmap + 4 + maps * 8; at += 8) {
    const [platform, encoding] = [view.getUint16(at), view.getUint16(at + 2)];
    const offset = cmap + view.getUint32(at + 4);
    const full = FULL_UNICODE.some(([p, e]) => p === platform && e === encoding);
    if (full && view.getUint16(offset) === 12) return offset;
  }
  throw new RangeError('the font has no map of all Unicode characters');
}

/** Neighbouring runs are joined: a font of many thousand characters then has a few hundred of them. */
function groupsAt(view: DataView, offset: number): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  const count = view.getUint32(offset + 12);
  for (let index = 0, at = offset + 16; index < count; index += 1, at += 12) {
    const [first, last] = [view.getUint32(at), view.getUint32(at + 4)];
    const before = runs.at(-1);
    if (before && before[1] + 1 === first) before[1] = last;
    else runs.push([first, last]);
  }
  return runs;
}
