import type { PackageInfo } from '../documents/info';

const UNFIT = /[\s\u0000-\u001f\u007f\\/:*?"<>|%.]+/g; // eslint-disable-line no-control-regex
const LONGEST = 60;

/** `<product>-<fiscal year>`, as the container and the folder in it are called; fit for every file system. */
export function packageName({ productName, fiscalYear, version }: PackageInfo): string {
  const name = [...(productName ?? '').normalize('NFC').replace(UNFIT, '-')].slice(0, LONGEST).join('');
  const plain = name.replace(/^-+|-+$/g, '');
  const year = fiscalYear === null ? [] : [String(fiscalYear)];
  return [plain === '' ? 'kmc' : plain, ...year, ...(version === 'public' ? ['public'] : [])].join('-');
}
