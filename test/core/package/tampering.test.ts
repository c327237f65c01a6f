import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';
import { packWorkbook } from '../../../src/core/package/pack';
import { evaluate } from '../../../src/core/pipeline';
import { decide, decision } from '../../../src/core/review/decisions/decide';
import type { Decision } from '../../../src/core/review/decisions/entries';
import { decisionsOf } from '../../../src/core/review/decisions/store';
import { placesOf } from '../../../src/core/review/places';
import { reviewed } from '../../../src/core/review/review';
import { cellAddress } from '../../../src/core/workbook/a1';
import type { CellRef } from '../../../src/core/workbook/cell';
import { BAG_INFO, MANIFEST, PATHS, TAG_MANIFEST } from '../../../src/core/package/bag/layout';
import { containerOf } from '../../../src/core/package/bag/makeBag';
import { canonicalJson } from '../../../src/core/package/json';
import type { FaultCode } from '../../../src/core/package/verify/codes';
import {
  codesOf,
  forged,
  opened,
  packageTools,
  packSample,
  rewriteJson,
  sampleEvidence,
  sampleWorkbook,
  verify,
} from '../../support/packages';
import { bagFaults, firstFaults, smallPackage } from '../../support/tampering';

/** A document as a forger sees it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

const write = (value: never) => canonicalJson(value);
let full: Uint8Array;
let other: Uint8Array;
let published: Uint8Array;
beforeAll(async () => {
  full = (await packSample('photovoltaics')).bytes;
  other = (await packSample('slag-cement')).bytes;
  published = (await packSample('photovoltaics', 'public')).bytes;
}, 120_000);

/** Changes a document of the full package, makes every hash fit again and verifies. */
async function codesAfter(path: string, change: (document: Loose) => void): Promise<FaultCode[]> {
  return codesOf(await verify(await forged(full, (payload) => rewriteJson(payload, path, change as never, write))));
}

/** The container with other files in it, its lists as they were. */
const withFiles = (bytes: Uint8Array, change: (files: Map<string, Uint8Array>) => void): Uint8Array => {
  const { files, folder } = opened(bytes);
  const all = new Map(files.map((file) => [file.path, file.bytes]));
  change(all);
  return containerOf(
    [...all].map(([path, content]) => ({ path, bytes: content })),
    folder,
  );
};

describe('a byte of a package flipped', () => {
  /** Where no flip of a bit is reported. `bits` of a byte, by its place. */
  async function silentIn(bytes: Uint8Array, bitsAt: (at: number) => readonly number[]) {
    const silent: string[] = [];
    let flips = 0;
    const flipped = bytes.slice();
    for (let at = 0; at < bytes.length; at++)
      for (const bit of bitsAt(at)) {
        flipped[at] = bytes[at]! ^ (1 << bit);
        flips++;
        if ((await firstFaults(flipped)).length === 0) silent.push(`${at}.${bit}`);
        flipped[at] = bytes[at]!;
      }
    return { silent, flips };
  }
  const EVERY_BIT = [0, 1, 2, 3, 4, 5, 6, 7];

  it('is reported wherever it stands: every byte of a small package in turn, in each of its bits every eighth', async () => {
    const { bytes } = await smallPackage();
    expect(await firstFaults(bytes)).toEqual([]);
    const { silent, flips } = await silentIn(bytes, (at) => (at % 8 === 0 ? EVERY_BIT : [at % 8]));
    expect(flips).toBeGreaterThan(60_000);
    expect(silent).toEqual([]);
  }, 600_000);

  it('is reported by the whole of the checks, too, every 211th in turn', async () => {
    expect(codesOf(await verify(full, false))).toEqual([]);
    for (let at = 0; at < full.length; at += 211) {
      const flipped = full.slice();
      flipped[at]! ^= 1 << (at % 8);
      const all = codesOf(await verify(flipped, false));
      const told = all.map((code) => (code === 'container-unlike' ? 'container-differs' : code));
      expect([at, told]).toEqual([at, expect.arrayContaining((await firstFaults(flipped)).map(({ code }) => code))]);
      expect(told).not.toEqual([]);
    }
  }, 600_000);

  it('is more than a warning in a file that is handed over: every 97th of them in turn', async () => {
    const { bytes } = await smallPackage();
    const payload = opened(bytes).files.filter(({ path }) => path.startsWith('data/'));
    for (const { bytes: content } of payload)
      for (let at = 0; at < content.length; at += 97) {
        const flipped = bytes.slice();
        flipped[content.byteOffset - bytes.byteOffset + at]! ^= 1 << (at % 8);
        expect((await bagFaults(flipped)).map(({ code }) => code)).toContain('hash-differs');
      }
  }, 600_000);

  it('is reported in a public version: every third byte in turn', async () => {
    expect(await firstFaults(published)).toEqual([]);
    const { silent } = await silentIn(published, (at) => (at % 3 === 0 ? [at % 8] : []));
    expect(silent).toEqual([]);
  }, 600_000);
});

describe('files of a package, its lists left alone', () => {
  it('are missed one by one', async () => {
    for (const { path } of opened(full).files) {
      const codes = codesOf(
        await verify(
          withFiles(full, (files) => files.delete(path)),
          false,
        ),
      );
      const expected: Record<string, FaultCode> = {
        'bagit.txt': 'bag-declaration',
        [MANIFEST]: 'manifest-missing',
        [TAG_MANIFEST]: 'manifest-missing',
      };
      expect([path, codes]).toEqual([path, expect.arrayContaining([expected[path] ?? 'file-missing'])]);
    }
  });

  it('are seen when renamed, added or exchanged with those of another package', async () => {
    const names = opened(full).files.map(({ path }) => path);
    const foreign = new Map(opened(other).files.map((file) => [file.path, file.bytes]));
    for (const path of names) {
      const renamed = withFiles(full, (files) => {
        files.set(`${path}.old`, files.get(path)!);
        files.delete(path);
      });
      expect([path, (await verify(renamed, false)).state]).toEqual([path, 'failed']);
      const content = foreign.get(path);
      if (
        !content ||
        Buffer.from(content).equals(Buffer.from(opened(full).files.find((one) => one.path === path)!.bytes))
      )
        continue;
      const exchanged = await verify(
        withFiles(full, (files) => files.set(path, content)),
        false,
      );
      expect([path, codesOf(exchanged)]).toEqual([
        path,
        expect.arrayContaining(
          [path === TAG_MANIFEST || path === MANIFEST ? 'file-missing' : 'hash-differs'].slice(
            path.includes('manifest') ? 1 : 0,
          ),
        ),
      ]);
      expect(exchanged.state).toBe('failed');
    }
    const added = withFiles(full, (files) => files.set('data/more.txt', new Uint8Array(3)));
    expect(codesOf(await verify(added, false))).toEqual(expect.arrayContaining(['file-unlisted', 'document-unknown']));
    const stray = withFiles(full, (files) => files.set('stray.txt', new Uint8Array(3)));
    expect(codesOf(await verify(stray, false))).toContain('tag-file-unknown');
  });
});

describe('content of a package, every hash made to fit again', () => {
  it.each<[string, string, (document: Loose) => void, FaultCode]>([
    ['the reported number', PATHS.assessment, (document) => (document.reported.avoided = '30'), 'number-differs'],
    [
      'the reduction',
      PATHS.assessment,
      (document) => (document.assessment.reductionPerUnit.value = '505'),
      'number-differs',
    ],
    [
      'a step of the trace',
      PATHS.assessment,
      (document) => (document.assessment.trace[3].value += '1'),
      'number-differs',
    ],
    ['a stage', PATHS.assessment, (document) => (document.assessment.stages[1].reduction = '0'), 'number-differs'],
    [
      'a setting',
      PATHS.assessment,
      (document) => (document.assessment.settings[0].value = 'outside-share'),
      'number-differs',
    ],
    ['an amount of the case', PATHS.case, (document) => (document.case.baseline.lines[0].amount = '2'), 'case-differs'],
    ['units sold', PATHS.case, (document) => (document.case.sales[0].units = '2'), 'case-differs'],
    ['a partner of the case', PATHS.case, (document) => (document.case.contribution[0].partner = 'X'), 'case-differs'],
    [
      'a problem of the case',
      PATHS.case,
      (document) =>
        document.problems.pop() ??
        document.problems.push({
          severity: 'warn',
          message: { code: 'x', params: {} },
          cell: null,
          table: null,
          rowId: null,
          column: null,
        }),
      'case-differs',
    ],
    ['a factor', PATHS.factors, (document) => (document.factors[0].value = '551'), 'factor-differs'],
    [
      'the source of a factor',
      PATHS.factors,
      (document) => (document.factors[0].attributes.source = 'elsewhere'),
      'factor-differs',
    ],
    ['a factor taken out', PATHS.factors, (document) => document.factors.pop(), 'factor-missing'],
    [
      'a factor put in',
      PATHS.factors,
      (document) => document.factors.push({ ...document.factors[0], id: 'new' }),
      'factor-added',
    ],
    ['a finding taken out', PATHS.findings, (document) => document.findings.pop(), 'finding-missing'],
    [
      'the severity of a finding',
      PATHS.findings,
      (document) => (document.findings[0].severity = document.findings[0].severity === 'info' ? 'warn' : 'info'),
      'finding-differs',
    ],
    [
      'a finding put in',
      PATHS.findings,
      (document) => document.findings.push({ ...document.findings[0], id: 'new' }),
      'finding-added',
    ],
    [
      'the status of a criterion',
      PATHS.findings,
      (document) => (document.criteria[0].status = document.criteria[0].status === 'passes' ? 'block' : 'passes'),
      'finding-differs',
    ],
    ['a decision put in', PATHS.findings, (document) => document.decisions.push(acceptance), 'decision-added'],
    [
      'a choice of the profile',
      PATHS.profile,
      (document) => (document.choices.accounting.value = 'stock'),
      'profile-differs',
    ],
    ['the stamp', PATHS.info, (document) => (document.stamp = document.stamp === null ? 'x' : null), 'info-differs'],
    ['the product’s name', PATHS.info, (document) => (document.productName = 'Another'), 'info-differs'],
    ['the published number', PATHS.info, (document) => (document.numbers.avoided = '99'), 'info-differs'],
    ['the list of files', PATHS.info, (document) => document.files.pop(), 'info-differs'],
    ['the format version', PATHS.info, (document) => (document.formatVersion = 2), 'format-unknown'],
    ['a member nobody knows', PATHS.case, (document) => (document.case.extra = 1), 'shape-differs'],
    [
      'a number as number',
      PATHS.assessment,
      (document) => (document.assessment.avoided.value = 27.7475),
      'shape-differs',
    ],
  ])(
    'tells that %s was changed',
    async (_, path, change, code) => {
      expect(await codesAfter(path, change)).toContain(code);
    },
    30_000,
  );

  const acceptance = {
    entry: {
      kind: 'decision',
      on: 'A2',
      by: 'x',
      date: '2026-01-01',
      round: 1,
      text: '',
      state: 'accepted',
      basis: '{}',
    },
    on: 'A2',
    status: 'stands',
    changes: [],
  };

  it('tells that the workbook is another one', async () => {
    const swapped = await forged(full, (payload) => payload.set(PATHS.workbook, sampleWorkbook('slag-cement')));
    expect(codesOf(await verify(swapped))).toEqual(expect.arrayContaining(['case-differs', 'info-differs']));
    const noWorkbook = await forged(full, (payload) => payload.set(PATHS.workbook, new Uint8Array(10)));
    expect(codesOf(await verify(noWorkbook))).toContain('workbook-unreadable');
  }, 300_000);

  it.each([PATHS.case, PATHS.assessment, PATHS.findings, PATHS.factors, PATHS.profile, PATHS.workbook])(
    'tells that %s is not there',
    async (path) => {
      const without = await forged(full, (payload) => payload.delete(path));
      expect(codesOf(await verify(without, false))).toContain('document-missing');
    },
  );

  it('tells evidence that was exchanged, taken out or put in', async () => {
    const evidence = opened(full).files.find(({ path }) => path.startsWith(PATHS.evidence))!.path;
    const codes = async (change: (payload: Map<string, Uint8Array>) => void) =>
      codesOf(await verify(await forged(full, change), false));
    expect(await codes((payload) => payload.set(evidence, new Uint8Array(4)))).toContain('evidence-differs');
    expect(await codes((payload) => payload.delete(evidence))).toContain('evidence-missing');
    expect(await codes((payload) => payload.set(`${PATHS.evidence}x.txt`, new Uint8Array(4)))).toContain(
      'evidence-unlisted',
    );
  });

  it('tells a document that is not canonical, and one with a name given twice', async () => {
    const text = new TextDecoder().decode(opened(full).files.find(({ path }) => path === PATHS.profile)!.bytes);
    const codes = async (changed: string) =>
      codesOf(
        await verify(
          await forged(full, (payload) => payload.set(PATHS.profile, new TextEncoder().encode(changed))),
          false,
        ),
      );
    expect(await codes(`${text}\n`)).toContain('json-not-canonical');
    expect(await codes(text.replace('"id":', '"id":"x","id":'))).toContain('json-not-canonical');
  });
});

describe('what is told of the package', () => {
  it('differs from its content only in the container when it was packed again on the way', async () => {
    const { files } = opened(full);
    const repacked = containerOf([...files].reverse(), 'other-folder');
    const verification = await verify(repacked, false);
    expect(codesOf(verification)).toEqual(['container-differs']);
    expect(verification.checks.find(({ id }) => id === 'container')!.state).toBe('warned');
  });

  it('tells a bag-info that says something else', async () => {
    const changed = withFiles(full, (files) =>
      files.set(BAG_INFO, new TextEncoder().encode('Source-Organization: X\n')),
    );
    expect(codesOf(await verify(changed, false))).toEqual(expect.arrayContaining(['bag-info-differs', 'hash-differs']));
  });
});

describe('a workbook that was made to show something else, every hash made to fit again', () => {
  it('is told by the stored value of each formula that gives another one', async () => {
    const bytes = sampleWorkbook('photovoltaics');
    const { snapshot } = await readXlsx(bytes);
    const formulas = snapshot.sheets.flatMap((sheet) => {
      const found: { readonly cell: CellRef; readonly value: number }[] = [];
      sheet.forEachCell((row, column, value) => {
        if (sheet.formula(row, column) !== null && typeof value === 'number')
          found.push({ cell: { sheet: sheet.name, row, column }, value });
      });
      return found;
    });
    expect(formulas.length).toBeGreaterThan(5);
    for (const { cell, value } of [formulas[0]!, formulas[formulas.length >> 1]!, formulas.at(-1)!]) {
      const stale = applyEdits(bytes, [{ kind: 'set-calculated', cell, value: value + 1 }]);
      const { checks } = await verify(await forged(full, (payload) => payload.set(PATHS.workbook, stale)));
      const told = checks.find(({ id }) => id === 'cached-values')!;
      expect([told.state, told.faults[0]!.message.params['cell']]).toEqual([
        'failed',
        `${cell.sheet}!${cellAddress(cell)}`,
      ]);
    }
  }, 120_000);
});

describe('a package with decisions, every hash made to fit again', () => {
  const acceptedOn = 'B1';
  let decided: Uint8Array;
  let workbook: Uint8Array;
  beforeAll(async () => {
    const bytes = sampleWorkbook('photovoltaics');
    const { snapshot } = await readXlsx(bytes);
    const { bases } = reviewed(snapshot, evaluate(snapshot));
    const entry = decision(bases, {
      ...{ on: acceptedOn, state: 'accepted', text: '', by: '審査者', date: '2026-05-01', round: 1 },
    });
    workbook = applyEdits(bytes, decide(snapshot, entry));
    decided = (await packWorkbook(workbook, sampleEvidence(), packageTools)).bytes;
    // Decided in the workbook alone, without a reviewer's file: said, and no more.
    expect(codesOf(await verify(decided))).toEqual(['decision-unbound']);
  }, 120_000);

  const codesOfForgery = async (change: (payload: Map<string, Uint8Array>) => void) =>
    codesOf(await verify(await forged(decided, change)));

  it.each<[string, (entry: Loose) => void]>([
    ['state', ({ entry }) => (entry.state = 'needs-change')],
    ['fingerprint', ({ entry }) => (entry.basis = entry.basis.replace(/[0-9a-f](?=[^0-9a-f]*$)/, 'z'))],
    ['name', ({ entry }) => (entry.by = 'somebody')],
    ['date', ({ entry }) => (entry.date = '2026-05-02')],
    ['standing', (entry) => (entry.status = 'reopened')],
  ])('is told where the %s of a decision is another one in the document', async (_, change) => {
    const codes = await codesOfForgery((payload) =>
      rewriteJson(payload, PATHS.findings, ((document: Loose) => change(document.decisions[0])) as never, write),
    );
    expect(codes).toContain('decision-differs');
  });

  it('is told where the fingerprint in the workbook is another one, whatever the document says', async () => {
    const { snapshot } = await readXlsx(workbook);
    const [stored] = decisionsOf(snapshot).entries;
    const other = applyEdits(workbook, decide(snapshot, { ...(stored as Decision), basis: '{"x":"y"}' }));
    const codes = await codesOfForgery((payload) => payload.set(PATHS.workbook, other));
    expect(codes).toEqual(expect.arrayContaining(['decision-differs', 'decision-reopened']));
  });

  it('is told where what was accepted has changed since', async () => {
    const { snapshot } = await readXlsx(workbook);
    const place = { table: 'KmcBaseline', rowId: evaluate(snapshot).case.baseline.lines[0]!.ref.id, column: 'amount' };
    const cell = placesOf(evaluate(snapshot).case).cellOf(place)!;
    const changed = applyEdits(workbook, [{ kind: 'set-value', cell, value: 1234 }]);
    const packed = await packWorkbook(changed, sampleEvidence(), packageTools);
    expect(codesOf(await verify(packed.bytes))).toContain('decision-reopened');
    const hushed = await forged(packed.bytes, (payload) =>
      rewriteJson(
        payload,
        PATHS.findings,
        ((document: Loose) => {
          document.decisions[0].status = 'stands';
          document.decisions[0].changes = [];
        }) as never,
        write,
      ),
    );
    expect(codesOf(await verify(hushed))).toEqual(expect.arrayContaining(['decision-reopened', 'decision-differs']));
  });
});
