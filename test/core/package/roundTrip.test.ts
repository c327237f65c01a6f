import { unzipSync } from 'fflate';
import {
  codesOf,
  forged,
  opened,
  packageTools,
  packSample,
  sampleEvidence,
  sampleWorkbook,
  verify,
} from '../../support/packages';
import { packWorkbook } from '../../../src/core/package/pack';
import { PATHS } from '../../../src/core/package/bag/layout';
import { placesOf } from '../../../src/core/review/places';
import type { CellRef } from '../../../src/core/workbook/cell';
import type { Edit } from '../../../src/core/workbook/edit';
import { CHECKS } from '../../../src/core/package/verify/codes';
import { evaluate } from '../../../src/core/pipeline';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../../src/adapters/xlsx/write/applyEdits';

const SAMPLES = [
  'photovoltaics',
  'slag-cement',
  'radar',
  'heat-pump',
  'led-lighting',
  'cement-uses',
  'service',
  'water-pump',
  'broken',
];

describe('packing and verifying', () => {
  it.each(SAMPLES)('finds nothing wrong with an untouched package of %s', async (name) => {
    const { bytes, id, info } = await packSample(name);
    const verification = await verify(bytes);
    expect(verification.checks.map((check) => check.id)).toEqual([...CHECKS]);
    expect(codesOf(verification)).toEqual(info.draft ? ['draft'] : []);
    expect(verification.id).toBe(id);
    const unmade = verification.checks.filter(({ state }) => state === 'not-checked');
    expect(unmade.map((check) => [check.id, check.reason])).toEqual([['reports', 'no-reports']]);
  });

  it.each(SAMPLES)('finds nothing wrong with the public version of %s', async (name) => {
    const { bytes, info } = await packSample(name, 'public');
    expect(codesOf(await verify(bytes))).toEqual(info.draft ? ['draft'] : []);
  });

  it('gives the same bytes each time', async () => {
    const again = packWorkbook(sampleWorkbook('radar'), [...sampleEvidence()].reverse(), packageTools);
    const [one, other] = [await packSample('radar'), await again];
    expect(Buffer.from(one.bytes).equals(Buffer.from(other.bytes))).toBe(true);
    expect(one.id).toBe(other.id);
  });

  it('holds the workbook untouched, below one folder, every entry stored and without a date', async () => {
    const { bytes, fileName } = await packSample('photovoltaics');
    const files = unzipSync(bytes);
    const folder = fileName.replace('.kmc.zip', '');
    expect(Object.keys(files).every((path) => path.startsWith(`${folder}/`))).toBe(true);
    expect(
      Buffer.from(files[`${folder}/data/workbook.xlsx`]!).equals(Buffer.from(sampleWorkbook('photovoltaics'))),
    ).toBe(true);
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    expect([
      view.getUint16(directory + 10, true),
      view.getUint16(directory + 12, true),
      view.getUint16(directory + 14, true),
    ]).toEqual([0, 0, 0x21]);
  });

  it('tells both published numbers of the photovoltaics sample', async () => {
    const { info } = await packSample('photovoltaics');
    // taiyo-biz.jp: 504.5 g-CO2 per kWh, 27,747,500 g-CO2 a year.
    expect(info.numbers).toMatchObject({
      reductionPerUnit: '504.5',
      reductionUnit: 'g-CO2e/kWh',
      avoided: '27.7475',
      avoidedUnit: 't-CO2e',
    });
  });

  it('keeps every statement of the case, digit for digit', async () => {
    const { bytes, reviewed } = await packSample('radar');
    const { documents } = opened(bytes);
    expect(documents.reading).toEqual(reviewed.reading);
    const { snapshot } = await readXlsx(sampleWorkbook('radar'));
    expect(documents.assessment!.assessment.trace).toEqual(evaluate(snapshot).assessment.trace);
  });

  it('stamps a case with open blocking findings and packs it all the same', async () => {
    const { info } = await packSample('broken');
    expect(info).toMatchObject({ draft: true, stamp: '下書き（事前確認用）' });
    expect(info.blocking).toBeGreaterThan(0);
  });

  it('packs only evidence that the case cites, by a name every file system holds', async () => {
    const file = (path: string) => ({ path, bytes: new TextEncoder().encode(path) });
    const packed = await packWorkbook(
      sampleWorkbook('photovoltaics'),
      [file('diary.txt'), file('sub/secret.pdf')],
      packageTools,
    );
    expect(opened(packed.bytes).files.filter(({ path }) => path.startsWith('data/evidence/'))).toEqual([]);
    expect(packed.notices.map(({ code, params }) => [code, params['file']])).toEqual([
      ['package.notices.evidence-not-cited', 'diary.txt'],
      ['package.notices.evidence-not-cited', 'sub/secret.pdf'],
    ]);
  });
});

it('values that nothing here can calculate again are named, and never called checked', async () => {
  const source = sampleWorkbook('photovoltaics');
  const { snapshot } = await readXlsx(source);
  const cell = { sheet: snapshot.sheets[0]!.name, row: 199, column: 25 };
  // DOLLAR writes its result as the computer's region has it, so that no engine can say what Excel would give.
  const edited = applyEdits(source, [{ kind: 'set-formula', cell, formula: 'DOLLAR(5)', value: '$9,999.00' }]);
  const { bytes } = await packWorkbook(edited, sampleEvidence(), packageTools);
  const { state, checks } = await verify(bytes);
  const { state: result, reason, faults } = checks.find(({ id }) => id === 'cached-values')!;
  expect([state, result, reason]).toEqual(['incomplete', 'not-checked', 'partly-recalculated']);
  expect(faults.map(({ code, message }) => [code, message.params['cell']])).toEqual([
    ['formula-not-recalculated', `${cell.sheet}!Z200`],
  ]);
});

describe('a workbook that another program has saved', () => {
  const source = sampleWorkbook('photovoltaics');
  const packedWith = async (edits: readonly Edit[]) => {
    const packed = await packWorkbook(applyEdits(source, edits), sampleEvidence(), packageTools);
    return { notices: packed.notices.map(({ code }) => code), codes: codesOf(await verify(packed.bytes)) };
  };
  const place = async () => ({ sheet: (await readXlsx(source)).snapshot.sheets[0]!.name, row: 199, column: 25 });

  it('has no other values because their last bits differ', async () => {
    // IEEE 754: 0.1 + 0.2 is 0.30000000000000004, which Excel stores for a sum that others give as 0.3.
    const sum: Edit = { kind: 'set-formula', cell: await place(), formula: 'SUM(0.1,0.2)', value: 0.30000000000000004 };
    expect(await packedWith([sum])).toEqual({ notices: [], codes: [] });
  });

  it('has no other values because it calculates none', async () => {
    const sum: Edit = { kind: 'set-formula', cell: await place(), formula: 'SUM(0.1,0.2)', value: null };
    expect(await packedWith([sum])).toEqual({ notices: [], codes: [] });
  });

  it('is told of a value beyond the last bits', async () => {
    const sum: Edit = { kind: 'set-formula', cell: await place(), formula: 'SUM(0.1,0.2)', value: 0.300001 };
    expect((await packedWith([sum])).codes).toEqual(['value-stale', 'draft']);
  });
});

it('a formula that rests on itself is not called checked', async () => {
  const source = sampleWorkbook('photovoltaics');
  const cell = { sheet: (await readXlsx(source)).snapshot.sheets[0]!.name, row: 199, column: 25 };
  const edited = applyEdits(source, [{ kind: 'set-formula', cell, formula: 'Z200+1', value: 9_999 }]);
  const { bytes } = await packWorkbook(edited, sampleEvidence(), packageTools);
  const { checks } = await verify(bytes);
  const values = checks.find(({ id }) => id === 'cached-values')!;
  expect([values.state, values.faults.map(({ code }) => code)]).toEqual(['not-checked', ['formula-not-recalculated']]);
});

describe('a formula beyond what a workbook may ask for', () => {
  const source = sampleWorkbook('photovoltaics');
  // A column of ten thousand times a row of as many; the file says it gave 0.55.
  const beyond = (cell: CellRef): Edit => ({
    kind: 'set-formula',
    cell,
    formula: 'SUM(SEQUENCE(10000)*SEQUENCE(1,10000))*0+0.55',
    value: 0.55,
  });
  const resultOf = async (bytes: Uint8Array) => {
    const verification = await verify(bytes);
    const values = verification.checks.find(({ id }) => id === 'cached-values')!;
    return { state: verification.state, values: values.state, codes: codesOf(verification) };
  };

  it('leaves a package incomplete where it stands beside the case', async () => {
    const { snapshot } = await readXlsx(source);
    const cell = { sheet: snapshot.sheets[0]!.name, row: 199, column: 25 };
    const { bytes } = await packWorkbook(applyEdits(source, [beyond(cell)]), sampleEvidence(), packageTools);
    const { state, values, codes } = await resultOf(bytes);
    expect([state, values]).toEqual(['incomplete', 'not-checked']);
    expect(codes).toContain('formula-beyond-bounds');
  });

  it('hides no number of the case: the package fails', async () => {
    const { bytes, reviewed } = await packSample('photovoltaics');
    const { ref } = reviewed.reading.case.baseline.lines[0]!;
    const cell = placesOf(reviewed.reading.case).cellOf({ table: 'KmcBaseline', rowId: ref.id, column: 'amount' })!;
    const forgery = await forged(bytes, (payload) => payload.set(PATHS.workbook, applyEdits(source, [beyond(cell)])));
    const { state, values, codes } = await resultOf(forgery);
    expect([state, values]).toEqual(['failed', 'not-checked']);
    expect(codes).toEqual(expect.arrayContaining(['case-differs', 'formula-beyond-bounds']));
  });
});
