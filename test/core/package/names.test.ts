import { packageName } from '../../../src/core/package/bag/names';
import type { PackageInfo } from '../../../src/core/package/documents/info';
import { isSafePath } from '../../../src/core/package/zip/names';

const named = (productName: string | null): string =>
  packageName({ productName, fiscalYear: 2025, version: 'public' } as PackageInfo);

describe('a package of a product of any name', () => {
  it.each<[string | null, string]>([
    ['産業用ヒートポンプ 200 kW', '産業用ヒートポンプ-200-kW-2025-public'],
    ['A/B\\C: <x> | "q" ?*', 'A-B-C-x-q-2025-public'],
    ['../../etc/passwd', 'etc-passwd-2025-public'],
    ['...', 'kmc-2025-public'],
    [null, 'kmc-2025-public'],
    ['か\u3099', 'が-2025-public'],
    // Shown from right to left, the file would seem to end in .png.
    ['\u202egnp.exe\u202c', 'gnp-exe-2025-public'],
    ['a\u200b\u200db\ufeff', 'ab-2025-public'],
    ['x\ud800y', 'x-y-2025-public'],
  ])('%p has the file name %p', (product, name) => {
    expect(named(product)).toBe(name);
  });

  it.each(['あ'.repeat(300), '😀'.repeat(300), 'x'.repeat(300)])('has a name that file systems hold: %p', (product) => {
    const name = `${named(product)}.kmc.zip`;
    expect(Buffer.byteLength(name)).toBeLessThan(220);
    expect(() => encodeURIComponent(name)).not.toThrow();
    expect(name.length).toBeGreaterThan(60);
  });
});

it.each(['a/b.txt', '証憑 1.pdf', 'שלום.pdf'])('%p is a path in a package', (path) => {
  expect(isSafePath(path)).toBe(true);
});

it.each(['a\u202efdp.exe', 'a\u2066b', 'a\ud800', 'a\u0085b'])('%p is none: it reads otherwise than it is', (path) => {
  expect(isSafePath(path)).toBe(false);
});
