import { BAG_INFO, MANIFEST, PATHS, TAG_MANIFEST } from '../../../src/core/package/bag/layout';
import { containerOf, hashesOf } from '../../../src/core/package/bag/makeBag';
import { manifestText, parseManifest } from '../../../src/core/package/bag/manifest';
import { canonicalJson } from '../../../src/core/package/json';
import { sameBytes } from '../../../src/core/package/verify/containerCheck';
import { writeZip } from '../../../src/core/package/zip/writeZip';
import {
  codesOf,
  forged,
  opened,
  packageTools,
  packSample,
  rewriteJson,
  sampleWorkbook,
  verify,
} from '../../support/packages';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

type Payload = Map<string, Uint8Array>;
type Members = Record<string, unknown>;

const rewrite = (payload: Payload, path: string, change: (document: Members) => void): void =>
  rewriteJson(payload, path, change, canonicalJson);

const claim = (payload: Payload, more: Members = {}): void =>
  rewrite(payload, PATHS.info, (info) => void Object.assign(info, { software: '0.0.9' }, more));

describe('a package that claims another version of the product', () => {
  it('is never called checked, however right it is', async () => {
    const { bytes } = await packSample('photovoltaics');
    const verification = await verify(await forged(bytes, (payload) => claim(payload)));
    expect(verification.state).toBe('other-version');
    expect(verification.checks.find(({ id }) => id === 'findings')).toMatchObject({
      state: 'not-checked',
      reason: 'other-software',
    });
  }, 120_000);

  it('cannot hide what has to be corrected: what this version blocks is told by its rules', async () => {
    const { bytes } = await packSample('broken');
    const forgery = await forged(bytes, (payload) => {
      claim(payload, { draft: false, stamp: null, blocking: 0 });
      rewrite(payload, PATHS.findings, (document) => void Object.assign(document, { findings: [] }));
    });
    const verification = await verify(forgery);
    expect(verification.state).toBe('other-version');
    const told = verification.checks
      .flatMap(({ faults }) => faults)
      .find(({ code }) => code === 'blocking-by-this-version');
    // As many as the package said of itself before it was forged.
    expect(told?.message.params).toMatchObject({ count: 18 });
  }, 120_000);

  it('cannot call itself finished beside findings of its own that are open', async () => {
    const { bytes } = await packSample('broken');
    const forgery = await forged(bytes, (payload) => claim(payload, { draft: false, stamp: null, blocking: 0 }));
    const verification = await verify(forgery);
    expect(verification.state).toBe('failed');
    expect(codesOf(verification)).toContain('info-differs');
  }, 120_000);

  it('cannot name another library of factors while it names this version', async () => {
    const { bytes } = await packSample('photovoltaics');
    const other = { version: '2031.4', hash: '0'.repeat(64) };
    const forgery = await forged(bytes, (payload) => {
      for (const path of [PATHS.info, PATHS.factors])
        rewrite(payload, path, (document) => void Object.assign(document, { dataset: other }));
    });
    expect((await verify(forgery)).state).toBe('failed');
  }, 120_000);
});

describe('lists in another order', () => {
  it.each([
    [PATHS.findings, 'findings', 'finding-order'],
    [PATHS.factors, 'factors', 'factor-order'],
  ] as const)(
    '%s: %s are told by %s',
    async (path, member, code) => {
      const { bytes } = await packSample('photovoltaics');
      const forgery = await forged(bytes, (payload) =>
        rewrite(payload, path, (document) => void (document[member] as unknown[]).reverse()),
      );
      expect(codesOf(await verify(forgery))).toEqual([code]);
    },
    120_000,
  );
});

describe('manifests written otherwise', () => {
  /** The bag with one tag file changed and the tag manifest made to fit. */
  async function retagged(path: string, change: (text: string) => string): Promise<Uint8Array> {
    const { files } = opened((await packSample('photovoltaics')).bytes);
    const before = files.find((file) => file.path === path);
    const changed = [
      ...files.filter((file) => file !== before && file.path !== TAG_MANIFEST),
      { path, bytes: encode(change(before ? decode(before.bytes) : '')) },
    ];
    const tags = changed.filter((file) => !file.path.startsWith('data/'));
    const tagManifest = { path: TAG_MANIFEST, bytes: encode(manifestText(await hashesOf(tags, packageTools.digest))) };
    return containerOf([...changed, tagManifest], 'bag');
  }

  const WRITTEN: readonly (readonly [string, (text: string) => string])[] = [
    ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['upper-case digits', (text) => text.replace(/^[0-9a-f]+/gm, (digits) => digits.toUpperCase())],
    ['another order', (text) => `${text.trimEnd().split('\n').reverse().join('\n')}\n`],
    ['marks of binary files', (text) => text.replaceAll('  data', ' *data')],
    ['paths from here', (text) => text.replaceAll('  data', '  ./data')],
    ['no last line end', (text) => text.trimEnd()],
  ];

  it.each(WRITTEN)('%s: told as such, and the hashes are still held', async (_name, change) => {
    const codes = codesOf(await verify(await retagged(MANIFEST, change), false));
    expect(codes).toEqual(['container-unlike', 'manifest-differs']);
  });

  it('reads of them what was listed', async () => {
    const { files } = opened((await packSample('photovoltaics')).bytes);
    const text = decode(files.find(({ path }) => path === MANIFEST)!.bytes);
    const listed = [...parseManifest(text)!].sort();
    for (const [, change] of WRITTEN) expect([...parseManifest(change(text))!].sort()).toEqual(listed);
  });

  it.each(['manifest-md5.txt', 'fetch.txt', 'notes.txt'])('%s beside them is told, listed or not', async (path) => {
    const codes = codesOf(await verify(await retagged(path, () => 'x\n'), false));
    expect(codes).toEqual(['container-unlike', 'tag-file-unknown']);
  });

  it('an unchanged one is the package itself', async () => {
    const { bytes } = await packSample('photovoltaics');
    const again = await retagged(BAG_INFO, (text) => text);
    expect(codesOf(await verify(again, false))).toEqual(['container-differs']);
    expect(sameBytes(bytes, again)).toBe(false);
  });
});

describe('what people make of a package on the way', () => {
  const packedAs = async (change: (files: Map<string, Uint8Array>) => void): Promise<Uint8Array> => {
    const { files, folder } = opened((await packSample('photovoltaics')).bytes);
    const all = new Map(files.map(({ path, bytes }) => [`${folder}/${path}`, bytes]));
    change(all);
    return writeZip([...all].map(([path, bytes]) => ({ path, bytes })));
  };

  it('with a folder of the operating system beside it, the rest is still checked', async () => {
    const verification = await verify(await packedAs((files) => files.set('__MACOSX/._x', encode('x'))), false);
    expect(codesOf(verification)).toEqual(['container-unlike', 'tag-file-unknown']);
    expect(verification.checks.find(({ id }) => id === 'numbers')!.state).toBe('passed');
  });

  it('nothing beside it takes the place of a file in it', async () => {
    const forgery = await packedAs((files) => {
      for (const [path, bytes] of [...files]) if (path.endsWith(PATHS.case)) files.set(PATHS.case, bytes);
    });
    expect(codesOf(await verify(forgery, false))).toContain('tag-file-unknown');
  });

  it.each([
    ['a workbook', () => sampleWorkbook('photovoltaics')],
    ['any other container', () => writeZip([{ path: 'letter.txt', bytes: encode('x') }])],
  ])('%s is told to be no package, by one sentence', async (_name, made) => {
    const verification = await verify(made(), false);
    expect(verification.state).toBe('unusable');
    expect(codesOf(verification)).toEqual(['no-bag']);
  });

  it('a first package passes the checks of rounds for want of them, and says so', async () => {
    const { checks } = await verify((await packSample('photovoltaics')).bytes);
    const none = checks.filter(({ reason }) => reason === 'none-there').map(({ id, state }) => [id, state]);
    expect(none).toEqual([
      ['decisions', 'passed'],
      ['changes', 'passed'],
      ['answers', 'passed'],
    ]);
  });
});
