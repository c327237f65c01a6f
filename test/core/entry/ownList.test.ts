import { acceptedRows, readOwnList } from '../../../src/core/entry/ownList';
import { addRows } from '../../../src/core/entry/addRows';
import { parseDelimited } from '../../../src/core/entry/parseDelimited';
import { readCase } from '../../../src/core/reader/readCase';
import type { AdoptableTable } from '../../../src/core/adoption/types';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { exampleWorkbook, workbookOf } from './caseWorkbook';

function listOf(snapshot: WorkbookSnapshot, table: AdoptableTable, text: string) {
  const cells = parseDelimited(text, ',');
  if (!cells.ok) throw new Error(cells.message.code);
  const list = readOwnList(snapshot, table, cells.value);
  if (!list.ok) throw new Error(list.message.code);
  return list.value;
}

function afterAdding(snapshot: WorkbookSnapshot, table: AdoptableTable, text: string) {
  const rows = addRows(snapshot, table, acceptedRows(listOf(snapshot, table, text)));
  if (!rows.ok) throw new Error(rows.message.code);
  return readCase(withEdits(snapshot, rows.value.edits));
}

const FACTORS = `原単位ID,名称,排出係数,単位,出典
X1,鋼板,2.05,kg-CO2e/kg,自社調査
X2,塗料,3.1,kg-CO2e/furlongg,自社調査
X3,樹脂,約2,kg-CO2e/kg,自社調査
X4,銅線,,kg-CO2e/kg,自社調査
X5,電気,0.000423,t-CO2/kWh,環境省
`;

describe('a list of factors someone brings', () => {
  it.each(['ja', 'en'] as const)('is judged line by line by the reader, in a workbook in %s', (language) => {
    const list = listOf(workbookOf(language), 'KmcFactors', FACTORS);
    expect(list.lines.map(({ line, accepted }) => [line, accepted])).toEqual([
      [2, true],
      [3, false],
      [4, false],
      [5, false],
      [6, true],
    ]);
    const columns = list.lines.map(({ problems }) =>
      problems.filter(({ severity }) => severity === 'block').map(({ column }) => column),
    );
    expect(columns).toEqual([[], ['unit'], ['value'], ['value'], []]);
  });

  it('adds the accepted lines alone, each number digit for digit, and no 0 anywhere', () => {
    const { case: read } = afterAdding(workbookOf('ja'), 'KmcFactors', FACTORS);
    expect(read.factors.map(({ ref, value, unit }) => [ref.id, value?.toString(), unit])).toEqual([
      ['X1', '2.05', 'kg-CO2e/kg'],
      ['X5', '0.000423', 't-CO2/kWh'],
    ]);
  });

  it('gives ids to lines that have none, after those of the table', () => {
    const text = '名称,排出係数,単位\n鋼板,2.05,kg-CO2e/kg\n樹脂,3,kg-CO2e/kg\n';
    const { case: read } = afterAdding(workbookOf('ja'), 'KmcFactors', text);
    expect(read.factors.map(({ ref }) => ref.id)).toEqual(['F1', 'F2']);
  });

  it('refuses a line whose id is in the workbook already', () => {
    const workbook = exampleWorkbook('photovoltaics', 'ja');
    const id = readCase(workbook).case.factors[0]!.ref.id;
    const list = listOf(workbook, 'KmcFactors', `原単位ID,名称,値,単位\n${id},x,1,kg-CO2e/kg\nNEW,y,1,kg-CO2e/kg\n`);
    expect(list.lines.map(({ accepted }) => accepted)).toEqual([false, true]);
  });

  it('accepts no line while a needed column is missing', () => {
    const list = listOf(workbookOf('ja'), 'KmcFactors', '原単位ID,名称,排出係数\nX1,鋼板,2.05\nX2,樹脂,3\n');
    expect(list.proposal.missing.map(({ key }) => key)).toEqual(['unit']);
    expect(list.ofWhole.map(({ column, severity }) => [column, severity])).toContainEqual(['unit', 'block']);
    expect(acceptedRows(list)).toEqual([]);
  });
});

describe('a list of inventory lines', () => {
  it('takes the words of either language and keeps the look-up of the factor', () => {
    const workbook = exampleWorkbook('photovoltaics', 'ja');
    const id = readCase(workbook).case.factors[0]!.ref.id;
    const text = `Stage,Process,Flow,Amount,Unit,Per,Factor ID\nUse,Standby,Input,1.5,kWh,Functional unit,${id}\nUse,Other,Input,１２,kWh,Functional unit,${id}\n`;
    const { case: read } = afterAdding(workbook, 'KmcProduct', text);
    expect(read.product.lines.slice(-2)).toMatchObject([
      { stage: 'use', flow: 'input', per: 'functional-unit', unit: 'kWh', factorId: id, process: 'Standby' },
      { process: 'Other' },
    ]);
    expect(read.product.lines.slice(-2).map(({ amount }) => amount?.toString())).toEqual(['1.5', '12']);
    const { ref } = read.product.lines.at(-1)!;
    const column = read.locations['KmcProduct']!.columns['factor']!;
    const rows = addRows(workbook, 'KmcProduct', acceptedRows(listOf(workbook, 'KmcProduct', text)));
    const edits = rows.ok ? rows.value.edits : [];
    expect(edits.find(({ cell }) => cell.row === ref.row && cell.column === column)).toMatchObject({
      kind: 'set-formula',
    });
  });
});
