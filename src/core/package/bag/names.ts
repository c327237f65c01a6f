import type { PackageInfo } from '../documents/info';
import { utf8Bytes } from '../utf8';

const UNFIT = /[\s\p{Cc}\p{Cs}\\/:*?"<>|%.]+/gu;
/** Letters without a shape of their own: some turn round how a name reads, e.g. its ending. */
const UNSEEN = /\p{Cf}/gu;
const LONGEST = 60;
/** File systems hold names of 255 bytes, and the year, the ending and what a browser adds to a second copy have to fit beside it. */
const MOST_BYTES = 180;

/** `<product>-<fiscal year>`, as the container and the folder in it are called; fit for every file system. */
export function packageName({ productName, fiscalYear, version }: PackageInfo): string {
  const letters = [...(productName ?? '').normalize('NFC').replace(UNSEEN, '').replace(UNFIT, '-')];
  const plain = fitting(letters.slice(0, LONGEST)).replace(/^-+|-+$/g, '');
  const year = fiscalYear === null ? [] : [String(fiscalYear)];
  return [plain === '' ? 'kmc' : plain, ...year, ...(version === 'public' ? ['public'] : [])].join('-');
}

function fitting(letters: readonly string[]): string {
  let room = MOST_BYTES;
  const kept = letters.findIndex((letter) => (room -= utf8Bytes(letter).length) < 0);
  return letters.slice(0, kept < 0 ? letters.length : kept).join('');
}
