import { deflateSync } from 'fflate';
import { parseJson } from '../../../src/core/package/parseJson';
import { PATHS } from '../../../src/core/package/bag/layout';
import type { FaultCode } from '../../../src/core/package/verify/codes';
import { rawZip, type RawEntry } from '../../adapters/xlsx/read/rawZip';
import { codesOf, forged, opened, packSample, rewriteJson, verify } from '../../support/packages';
import { canonicalJson } from '../../../src/core/package/json';

const stored = (name: string, content: string | Uint8Array = 'x'): RawEntry => ({ name, content, stored: true });
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1_000_000);

/** A guard against what takes for ever, with room for a machine several times slower; the aim of a second is measured elsewhere. */
const MOST_MS = 8_000;

/** Processor time, which other work on the machine does not lengthen, and memory that came on top. */
async function cost(work: () => Promise<unknown>): Promise<{ milliseconds: number; megabytes: number }> {
  const before = { cpu: process.cpuUsage(), rss: process.memoryUsage().rss };
  await work();
  const { user, system } = process.cpuUsage(before.cpu);
  return { milliseconds: (user + system) / 1000, megabytes: (process.memoryUsage().rss - before.rss) / 1e6 };
}

describe('a container that means harm', () => {
  it.each<[string, () => Uint8Array, FaultCode]>([
    [
      'is no container',
      () => new TextEncoder().encode('not a zip at all, and longer than its end would be'),
      'not-a-package',
    ],
    ['is empty', () => new Uint8Array(0), 'not-a-package'],
    ['unpacks to 90 MB of zeros', () => rawZip([{ name: 'a/bomb', content: zeros(90) }]), 'packed-too-tightly'],
    [
      'unpacks to 600 MB in pieces',
      () => rawZip(Array.from({ length: 60 }, (_, at) => ({ name: `a/${at}`, content: zeros(1), size: 10_000_000 }))),
      'packed-too-tightly',
    ],
    [
      'says less than it unpacks to',
      () => rawZip([{ name: 'a/lying', content: zeros(20), size: 100 }]),
      'container-damaged',
    ],
    [
      'says more than it unpacks to',
      () => rawZip([{ name: 'a/lying', content: new Uint8Array(1000), size: 5000 }]),
      'container-damaged',
    ],
    ['leads out of its folder', () => rawZip([stored('a/../../etc/passwd')]), 'unsafe-name'],
    ['has an absolute name', () => rawZip([stored('/etc/passwd')]), 'unsafe-name'],
    ['has a drive in a name', () => rawZip([stored('C:/x')]), 'unsafe-name'],
    ['has backslashes in a name', () => rawZip([stored('a\\..\\x')]), 'unsafe-name'],
    ['has a control character in a name', () => rawZip([stored('a/x\u0000.txt')]), 'unsafe-name'],
    ['has a name that is no UTF-8', () => badName(), 'unsafe-name'],
    ['has a name twice', () => rawZip([stored('a/x'), stored('a/x')]), 'repeated-name'],
    ['has names that differ in case alone', () => rawZip([stored('a/X'), stored('a/x')]), 'repeated-name'],
    [
      'has names that differ in composition alone',
      () => rawZip([stored('a/が'), stored('a/か\u3099')]),
      'repeated-name',
    ],
    ['holds a link', () => withLink(), 'link-inside'],
    ['is encrypted', () => rawZip([{ ...stored('a/x'), flags: 0x801 }]), 'container-damaged'],
    ['is packed in an unknown way', () => rawZip([{ name: 'a/x', content: 'x', method: 99 }]), 'container-damaged'],
    ['is cut short', () => rawZip([stored('a/x', zeros(1))]).slice(0, 500_000), 'not-a-package'],
    ['points behind its end', () => behindItsEnd(), 'container-damaged'],
    ['counts more files than it has', () => counting(60_000), 'too-many-files'],
    ['counts some files too many', () => counting(7), 'container-damaged'],
    ['is larger than anything KMC packs', () => zeros(201), 'too-large'],
    ['says its files overlap to 300 MB', () => overlapping(), 'too-large'],
  ])('and %s is not opened', async (_, make, code) => {
    const bytes = make();
    let verification!: Awaited<ReturnType<typeof verify>>;
    const { milliseconds, megabytes } = await cost(async () => (verification = await verify(bytes)));
    expect([verification.state, codesOf(verification)]).toEqual(['unusable', [code]]);
    expect(verification.checks.slice(1).every(({ state }) => state === 'not-checked')).toBe(true);
    expect(milliseconds).toBeLessThan(MOST_MS);
    expect(megabytes).toBeLessThan(300);
  });

  const edited = (bytes: Uint8Array, at: (view: DataView, directory: number) => void): Uint8Array => {
    const copy = Uint8Array.from(bytes);
    const view = new DataView(copy.buffer);
    at(view, view.getUint32(copy.length - 6, true));
    return copy;
  };
  const badName = () => edited(rawZip([stored('a/xy')]), (view, directory) => view.setUint8(directory + 48, 0xff));
  const withLink = () =>
    edited(rawZip([stored('a/link', '/etc/passwd')]), (view, directory) => {
      view.setUint8(directory + 5, 3);
      view.setUint32(directory + 38, 0xa1ff0000, true);
    });
  const behindItsEnd = () =>
    edited(rawZip([stored('a/x')]), (view, directory) => view.setUint32(directory + 42, 0xfffff0, true));
  const counting = (count: number) =>
    edited(rawZip([stored('a/x')]), (view) => view.setUint16(view.byteLength - 12, count, true));
  /** Thirty names for the same ten million bytes. */
  const overlapping = () => {
    const bytes = rawZip([
      stored('a/0', zeros(10)),
      ...Array.from({ length: 30 }, (_, at) => stored(`a/${at + 1}`, '')),
    ]);
    return edited(bytes, (view, directory) => {
      for (let entry = 0, at = directory; entry < 31; entry++) {
        for (const place of [20, 24]) view.setUint32(at + place, 10_000_000, true);
        view.setUint32(at + 42, 0, true);
        at += 46 + view.getUint16(at + 28, true);
      }
    });
  };
});

describe('a document that means harm', () => {
  const utf8 = (text: string) => new TextEncoder().encode(text);

  it.each<[string, Uint8Array, string]>([
    ['nested a million deep', utf8('['.repeat(1_000_000)), 'too-deep'],
    ['of ten million values', utf8(`[${'0,'.repeat(10_000_000)}0]`), 'too-deep'],
    ['with a name that sets a prototype', utf8('{"a":{"__proto__":{"admin":true}}}'), 'forbidden-key'],
    ['of broken UTF-8', Uint8Array.from([0x22, 0xff, 0x22]), 'not-utf8'],
    ['that ends early', utf8('{"a":'), 'not-json'],
    ['that is nothing', utf8(''), 'not-json'],
  ])('%s is not read', async (_, bytes, reason) => {
    let result!: ReturnType<typeof parseJson>;
    const { milliseconds, megabytes } = await cost(async () => (result = parseJson(bytes)));
    expect(result).toEqual({ ok: false, message: { code: `package.json.${reason}`, params: {} } });
    expect(milliseconds).toBeLessThan(MOST_MS);
    expect(megabytes).toBeLessThan(300);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('with other names of JavaScript’s own is inert', () => {
    const result = parseJson(utf8('{"constructor":{"prototype":{"admin":true}}}'));
    expect(result.ok).toBe(true);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe('texts that mean harm', () => {
  const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(2)>';
  const FORMULA = '=HYPERLINK("http://example.invalid","x")';

  it('in every text of the case stay texts, and are told as changed', async () => {
    const { bytes } = await packSample('photovoltaics');
    for (const text of [SCRIPT, FORMULA, '+1', '-1', '@SUM(A1)', '\t=1', '{{reason}}', '__proto__']) {
      const forgery = await forged(bytes, (payload) =>
        rewriteJson(payload, PATHS.case, ((document: Json) => fill(document, text)) as never, (value) =>
          canonicalJson(value),
        ),
      );
      const verification = await verify(forgery, false);
      expect(verification.state).toBe('failed');
      expect(opened(forgery).json.get(PATHS.case)).toBeDefined();
    }
  }, 300_000);

  type Json = Record<string, unknown>;
  /** Every text that is free to say anything. */
  function fill(value: Json, text: string): void {
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'object' && inner !== null) fill(inner as Json, text);
      else if (
        typeof inner === 'string' &&
        ['process', 'note', 'partner', 'title', 'text', 'place', 'id'].includes(key)
      )
        value[key] = text;
    }
  }

  it('in a number are no number', async () => {
    const { bytes } = await packSample('photovoltaics');
    for (const text of [
      '1e400',
      '1e5',
      '0x10',
      '١',
      '1_000',
      ' 1',
      '+1',
      '-0',
      '1.0',
      '9'.repeat(3000),
      'NaN',
      'Infinity',
    ]) {
      const forgery = await forged(bytes, (payload) =>
        rewriteJson(
          payload,
          PATHS.case,
          ((document: { case: { baseline: { lines: { amount: string }[] } } }) =>
            (document.case.baseline.lines[0]!.amount = text)) as never,
          (value) => canonicalJson(value),
        ),
      );
      expect([text, codesOf(await verify(forgery, false))]).toEqual([text, expect.arrayContaining(['shape-differs'])]);
    }
  }, 300_000);
});

it('a package that a mail gateway has packed is read all the same', async () => {
  const { bytes } = await packSample('photovoltaics');
  const { files, folder } = opened(bytes);
  const repacked = rawZip(files.map(({ path, bytes: content }) => ({ name: `${folder}/${path}`, content })));
  expect(repacked.length).toBeLessThan(bytes.length);
  expect(deflateSync(new Uint8Array(1000)).length).toBeLessThan(1000);
  expect(codesOf(await verify(repacked, false))).toEqual(['container-differs']);
});
