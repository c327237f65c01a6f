import * as fc from 'fast-check';
import { createMemoryHost } from '../../../src/adapters/memory/memoryHost';
import {
  confirmAdoption,
  extendAdoption,
  placeColumn,
  setConstant,
  setSections,
  setWord,
} from '../../../src/core/adoption/changeAdoption';
import { adoptionOf, mappingText } from '../../../src/core/adoption/mapping';
import { missingTables, readWorkbook } from '../../../src/core/adoption/readWorkbook';
import { adoptEdits, adoptionsOf, removeEdits, undoEdits } from '../../../src/core/adoption/store';
import type { Adoption } from '../../../src/core/adoption/types';
import { missingKeys } from '../../../src/core/adoption/missingKeys';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { adopted, bookOf, proposed, range, sheetOf, type Grid } from './sheets';

const GRID: Grid = [
  ['段階', '項目', '使用量', '単位', '係数', '係数単位', '区分'],
  ['使用', '電力', 100, 'kWh', 0.4, 'kg-CO2e/kWh', '通常'],
  ['運用中', '水', 3, 'm3', 0.2, 'kg-CO2e/m3', '通常'],
];
const book = bookOf(sheetOf('S', GRID));
const { adoption } = proposed(book, range('S', 'A1:G3'), 'KmcBaseline');

const stages = (workbook: WorkbookSnapshot) => readWorkbook(workbook).case.baseline.lines.map(({ stage }) => stage);

describe('adoptions in a workbook', () => {
  it('are numbered, replaced in place, removed and undone, and leave all else as it was', async () => {
    const host = createMemoryHost({ ...book, names: [{ name: 'Own', formula: 'S!$A$1', sheet: null, hidden: false }] });
    const before = await host.snapshot();
    await host.apply(adoptEdits(before, adoption));
    const one = await host.snapshot();
    await host.apply(adoptEdits(one, { ...adoption, table: 'KmcProduct' }));
    const two = await host.snapshot();
    expect(adoptionsOf(two).map(({ id, adoption: held }) => [id, held?.table])).toEqual([
      [1, 'KmcBaseline'],
      [2, 'KmcProduct'],
    ]);
    await host.apply(adoptEdits(two, setConstant(adoption, 'per', 'year'), 1));
    const changed = await host.snapshot();
    expect(adoptionsOf(changed)[0]!.adoption!.constants).toEqual({ per: 'year' });
    await host.apply(undoEdits(two, changed));
    expect(await host.snapshot()).toEqual(two);
    await host.apply(removeEdits(two, 1));
    expect(adoptionsOf(await host.snapshot()).map(({ id }) => id)).toEqual([2]);
    await host.apply(undoEdits(before, await host.snapshot()));
    expect(await host.snapshot()).toEqual(before);
    expect((await host.snapshot()).sheets[0]).toBe(before.sheets[0]);
  });

  it('keep every text, in constants no longer than a spreadsheet takes', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (header, word) => {
        const column = { key: 'stage', header, nth: 0, of: 1, words: { [word]: 'use' } };
        const changed: Adoption = { ...adoption, columns: [column], constants: { process: word } };
        const saved = adopted(book, changed);
        expect(adoptionsOf(saved)[0]!.adoption).toEqual(changed);
        for (const { formula } of saved.names.filter(({ hidden }) => hidden)) {
          expect(formula.length).toBeLessThanOrEqual(8192);
          for (const constant of formula.match(/"(?:[^"]|"")*"/g)!)
            expect(constant.length - 2).toBeLessThanOrEqual(255);
        }
      }),
    );
  });

  it('write the same text for the same mapping', () => {
    expect(mappingText({ ...adoption, constants: { per: 'year' } })).toBe(
      mappingText(setConstant(adoption, 'per', 'year')),
    );
  });

  it.each<[string, (mapping: Record<string, unknown>) => unknown]>([
    ['of another version', (mapping) => ({ ...mapping, version: 2 })],
    ['of no table', (mapping) => ({ ...mapping, table: 'KmcCase' })],
    ['without header rows', (mapping) => ({ ...mapping, headerRows: 0 })],
    ['with an unknown column', (mapping) => ({ ...mapping, columns: [{ key: 'colour', header: 'x', nth: 0, of: 1 }] })],
    ['with a key twice', (mapping) => ({ ...mapping, columns: [...adoption.columns, adoption.columns[0]] })],
    ['with a multiple of its own', (mapping) => ({ ...mapping, columns: [{ ...adoption.columns[0], times: '7' }] })],
    ['with an unknown constant', (mapping) => ({ ...mapping, constants: { colour: 'red' } })],
    ['with rows skipped for no reason', (mapping) => ({ ...mapping, skipped: [{ text: 'x', reason: 'dull' }] })],
    ['that is a list', () => []],
    ['that is nothing', () => null],
  ])('are not read from a mapping %s', (_what, change) => {
    const text = JSON.stringify(change(JSON.parse(mappingText(adoption)) as Record<string, unknown>));
    expect(adoptionOf(text, adoption.range)).toMatchObject({
      ok: false,
      message: { code: 'adoption.mapping-unreadable' },
    });
  });
});

describe('an adoption changed by its user', () => {
  it('reads a word of the user’s once told what it means', () => {
    expect(stages(adopted(book, adoption))).toEqual(['use', null]);
    expect(stages(adopted(book, setWord(adoption, 'stage', '運用中', 'use')))).toEqual(['use', 'use']);
  });

  it('places a column elsewhere and frees the one that held the key', () => {
    const changed = placeColumn(book, adoption, 6, 'process');
    expect(changed.columns.filter(({ key }) => key === 'process').map(({ header }) => header)).toEqual(['区分']);
    expect(changed.columns.some(({ header }) => header === '項目')).toBe(false);
    expect(placeColumn(book, changed, 6, null).columns.some(({ key }) => key === 'process')).toBe(false);
    expect(() => placeColumn(book, adoption, 7, 'process')).toThrow(RangeError);
    expect(() => placeColumn(book, adoption, 6, 'colour')).toThrow(RangeError);
  });

  it('says what is still missing', () => {
    expect(missingKeys(adoption).map(({ key, choices }) => [key, choices])).toEqual([
      ['flow', 'flow'],
      ['per', 'per'],
    ]);
    const complete = setConstant(setConstant(adoption, 'flow', 'input'), 'per', 'sold-unit');
    expect(missingKeys(complete)).toEqual([]);
    expect(missingKeys(setConstant(complete, 'per', null)).map(({ key }) => key)).toEqual(['per']);
  });

  it('takes in lines typed below and sub-totals put in since, once confirmed', () => {
    const grown: Grid = [...GRID, ['', '小計', 103], ['使用', '薬品', 1, 'kg', 2, 'kg-CO2e/kg', '通常']];
    const later = { ...adopted(book, adoption), sheets: [sheetOf('S', grown)] };
    const extended = extendAdoption(later, adoption);
    expect(extended.range).toEqual(range('S', 'A1:G5'));
    const { case: read, problems } = readWorkbook(withEdits(later, adoptEdits(later, extended, 1)));
    expect(read.baseline.lines.map(({ process }) => process)).toEqual(['電力', '水', '薬品']);
    expect(problems.filter(({ message }) => message.code.startsWith('adoption.row'))).toEqual([]);
    expect(confirmAdoption(later, extended)).toEqual(extended);
  });

  it('gives headings a meaning of the user’s', () => {
    const grid: Grid = [GRID[0]!.slice(1), ['本体'], GRID[1]!.slice(1), ['付属品'], GRID[2]!.slice(1)];
    const plain = bookOf(sheetOf('S', grid));
    const proposal = proposed(plain, range('S', 'A1:F5'), 'KmcBaseline');
    expect(proposal.notices.map(({ message }) => message.code)).toContain('adoption.notice.sections-unread');
    const told = setSections(plain, proposal.adoption, 'stage', { 本体: 'production', 付属品: 'use' });
    expect(stages(adopted(plain, told))).toEqual(['production', 'use']);
    expect(setSections(plain, told, 'stage', {}).sections).toBeNull();
  });
});

it('base tables that nobody has are named, those that a range stands for are not', () => {
  expect(missingTables(adopted(book, adoption))).toEqual([
    'KmcCase',
    'KmcProduct',
    'KmcFactors',
    'KmcSales',
    'KmcContribution',
    'KmcEvidence',
  ]);
});
