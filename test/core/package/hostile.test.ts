import { deflateSync } from 'fflate';
import { PATHS } from '../../../src/core/package/bag/layout';
import { canonicalJson } from '../../../src/core/package/json';
import { LIMITS } from '../../../src/core/package/limits';
import { parseJson } from '../../../src/core/package/parseJson';
import { rawZip } from '../../adapters/xlsx/read/rawZip';
import { leastRatio } from '../../support/cost';
import { HOSTILE_CONTAINERS, HOSTILE_DOCUMENTS, HOSTILE_PACKAGES } from '../../support/hostilePackages';
import { codesOf, forged, opened, packSample, rewriteJson, verify } from '../../support/packages';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** What a plain document costs that is as large as the limits let in: a case of some 10,000 lines. How fast a machine is falls out of a ratio to it. */
const plain = utf8(JSON.stringify(Array.from({ length: 1_000_000 }, (_, at) => `text ${String(at).padStart(8)}`)));
const plainRead = () => parseJson(plain);
/** Of the yardstick: a package's hashes and checksums come on top of a document, what is quadratic or unbounded costs hundreds. */
const MOST = 8;
/** MB */
const MOST_MEMORY = 300;

beforeAll(async () => {
  expect(plain.length).toBeLessThan(LIMITS.jsonBytes);
  plainRead();
  await packSample('photovoltaics');
}, 120_000);

describe('a package that means harm', () => {
  it.each(HOSTILE_PACKAGES.map(({ does, ...rest }) => [does, rest] as const))(
    'and %s is refused, at no more cost than a plain one',
    async (_, { make, code }) => {
      const bytes = await make();
      let verification!: Awaited<ReturnType<typeof verify>>;
      const check = async () => (verification = await verify(bytes));
      const { ratio, megabytes } = await leastRatio(check, plainRead, MOST);
      expect(codesOf(verification)).toContain(code);
      expect(['unusable', 'failed']).toContain(verification.state);
      expect(ratio).toBeLessThan(MOST);
      expect(megabytes).toBeLessThan(MOST_MEMORY);
      expect(({} as { admin?: boolean }).admin).toBeUndefined();
    },
    120_000,
  );

  it.each(HOSTILE_CONTAINERS.map(({ does, ...rest }) => [does, rest] as const))(
    'and %s is not opened at all',
    async (_, { make, code }) => {
      const { state, checks } = await verify(await make());
      expect([state, checks[0]!.faults.map((one) => one.code)]).toEqual(['unusable', [code]]);
      expect(checks.slice(1).every((check) => check.state === 'not-checked')).toBe(true);
    },
  );

  it('leaves its workbook closed where a document cannot be read', async () => {
    const broken = await HOSTILE_PACKAGES.find(({ does }) => does.includes('sets a prototype'))!.make();
    const { checks } = await verify(broken);
    const closed = checks.filter(({ reason }) => reason === 'document-broken').map(({ id }) => id);
    expect(closed).toEqual(expect.arrayContaining(['workbook', 'cached-values', 'findings', 'decisions']));
  });
});

describe('a document that means harm', () => {
  it.each(HOSTILE_DOCUMENTS)('and %s is not read', (_, bytes, reason) => {
    expect(parseJson(bytes())).toEqual({ ok: false, message: { code: `package.json.${reason}`, params: {} } });
  });

  it('with other names of JavaScript’s own is inert', () => {
    const result = parseJson(utf8('{"constructor":{"prototype":{"admin":true}}}'));
    expect(result.ok).toBe(true);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it.each<[string, string, boolean]>([
    ['in canonical form', '{"a":[1,"x"],"b":{"10":1,"9":2}}', true],
    ['with names out of order', '{"b":1,"a":2}', false],
    ['with a name twice', '{"a":1,"a":1}', false],
    ['with numbers as names, out of order', '{"9":1,"10":1}', false],
    ['with half a surrogate pair', '"\\ud800"', false],
    ['with a blank', '{"a": 1}', false],
    ['with another text of a number', '[1.0]', false],
    ['with a number beyond doubles', '[1e999]', false],
  ])('%s is told apart from the canonical one', (_, text, isCanonical) => {
    expect(parseJson(utf8(text))).toMatchObject({ ok: true, value: { isCanonical } });
  });

  it('takes from the room for the others', () => {
    expect(parseJson(utf8('[1,2]'), { bytes: 10, values: 10 })).toMatchObject({
      ok: true,
      value: { room: { bytes: 5, values: 7 } },
    });
    expect(parseJson(utf8('[1,2]'), { bytes: 4, values: 10 })).toMatchObject({ ok: false });
    expect(parseJson(utf8('[1,2]'), { bytes: 10, values: 2 })).toMatchObject({ ok: false });
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
