import { readXlsx } from '../../../../src/adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../../../src/adapters/xlsx/write/applyEdits';
import type { NameEdit } from '../../../../src/core/workbook/edit';
import { partsOf } from './package';
import { rawBook, worksheet } from './rawBook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** @param p prefix of the main namespace; @param behind what follows the sheets */
const workbook = (behind: string, p = ''): string => {
  const own = p === '' ? 'xmlns' : `xmlns:${p.slice(0, -1)}`;
  return `<${p}workbook ${own}="${MAIN}" xmlns:r="${OFFICE}"><${p}sheets><${p}sheet name="S" sheetId="7" r:id="rId1"/></${p}sheets>${behind}</${p}workbook>`;
};
const written = (behind: string, edits: readonly NameEdit[], p = ''): string =>
  partsOf(applyEdits(rawBook(worksheet(''), { 'xl/workbook.xml': workbook(behind, p) }), edits))['xl/workbook.xml']!;

const set = (name: string, formula: string, hidden = false): NameEdit => ({ kind: 'set-name', name, formula, hidden });
const remove = (name: string): NameEdit => ({ kind: 'remove-name', name });
const one = '<definedName name="One">S!$A$1</definedName>';

describe('names written into a file', () => {
  it.each<[string, string, readonly NameEdit[], string, string?]>([
    ['where there are none', '', [set('One', 'S!$A$1')], `<definedNames>${one}</definedNames>`],
    [
      'before what the schema puts behind them',
      '<calcPr calcId="1"/><extLst/>',
      [set('One', 'S!$A$1')],
      `<definedNames>${one}</definedNames><calcPr calcId="1"/><extLst/>`,
    ],
    [
      'beside others, with quotes and ampersands kept',
      `<definedNames><definedName name="Two">1</definedName></definedNames>`,
      [set('Three', '"a""<&b"&"c"', true)],
      `<definedNames><definedName name="Two">1</definedName><definedName name="Three" hidden="1">"a""&lt;&amp;b"&amp;"c"</definedName></definedNames>`,
    ],
    ['into an empty list', '<definedNames/>', [set('One', 'S!$A$1')], `<definedNames>${one}</definedNames>`],
    [
      'in place of the name they change, in any letter case',
      `<definedNames><definedName name="oNE" comment="x">S!$B$1</definedName></definedNames>`,
      [set('One', 'S!$A$1')],
      `<definedNames>${one}</definedNames>`,
    ],
    [
      'and not into a sheet’s own name',
      `<definedNames><definedName name="One" localSheetId="0">S!$B$1</definedName></definedNames>`,
      [remove('One')],
      `<definedNames><definedName name="One" localSheetId="0">S!$B$1</definedName></definedNames>`,
    ],
    ['and the list with the last of them taken out', `<definedNames>${one}</definedNames >`, [remove('ONE')], ''],
    [
      'with the prefix of the part',
      '<x:definedNames></x:definedNames>',
      [set('One', 'S!$A$1')],
      '<x:definedNames><x:definedName name="One">S!$A$1</x:definedName></x:definedNames>',
      'x:',
    ],
  ])('%s', (_what, before, edits, after, prefix = '') => {
    expect(written(before, edits, prefix)).toBe(workbook(after, prefix));
  });

  it('leave every other part as it was, and are read back', async () => {
    const bytes = rawBook(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'));
    const edited = applyEdits(bytes, [set('One', 'S!$A$1'), set('Two', '"令和"', true)]);
    const others = Object.entries(partsOf(bytes)).filter(([path]) => path !== 'xl/workbook.xml');
    expect(partsOf(edited)).toMatchObject(Object.fromEntries(others));
    expect((await readXlsx(edited)).snapshot.names).toEqual([
      { name: 'One', formula: 'S!$A$1', sheet: null, hidden: false },
      { name: 'Two', formula: '"令和"', sheet: null, hidden: true },
    ]);
  });
});
