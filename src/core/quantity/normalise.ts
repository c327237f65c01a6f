const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const DASHES = /[\u2010-\u2013\u2212]/g;

/**
 * One spelling for what looks alike: NFKC (full-width, half-width and compatibility characters such as ｋＷｈ, ㎏, ㎥, ℓ),
 * every hyphen, en dash and minus sign as `-`, runs of white space as one space, none at the ends. Applying it twice changes nothing.
 */
export function normaliseText(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFKC').replace(DASHES, '-').replace(/\s+/g, ' ').trim();
}
