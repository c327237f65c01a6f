import { addRows } from '../../../src/core/entry/addRows';
import { rowsOf } from '../../../src/core/template/caseRows';
import { nextIds } from '../../../src/core/entry/nextIds';
import { takeBack } from '../../../src/core/entry/takeBack';
import { readCase } from '../../../src/core/reader/readCase';
import type { RowContent } from '../../../src/core/template/content';
import { TABLES } from '../../../src/core/template/tables';
import type { ColumnSpec, TableName } from '../../../src/core/template/types';
import { CHOICE_SETS } from '../../../src/core/case/vocabulary';
import type { Edit } from '../../../src/core/workbook/edit';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { exampleWorkbook, workbookOf } from './caseWorkbook';

function added(snapshot: WorkbookSnapshot, table: TableName, rows: readonly RowContent[]) {
  const outcome = addRows(snapshot, table, rows);
  if (!outcome.ok) throw new Error(`${outcome.message.code} ${JSON.stringify(outcome.message.params)}`);
  return { ...outcome.value, after: withEdits(snapshot, outcome.value.edits) };
}

const refusal = (snapshot: WorkbookSnapshot, table: TableName, rows: readonly RowContent[]) => {
  const outcome = addRows(snapshot, table, rows);
  return outcome.ok ? null : outcome.message.code;
};

const rangeOf = ({ tables }: WorkbookSnapshot, table: TableName) => tables.find(({ name }) => name === table)!.range;

/** Something that a column of that kind may hold. */
function contentFor({ key, kind, choices }: ColumnSpec): RowContent[string] | null {
  if (choices) return CHOICE_SETS[choices][0]!;
  if (key === 'year' || kind === 'period') return 2025;
  const byKind: Partial<Record<ColumnSpec['kind'], RowContent[string]>> = {
    text: 'テスト / test',
    number: 2,
    share: 0.5,
    place: 'out',
    unit: 'kg-CO2e/kg',
    date: '2025-04-01',
    score: 3,
  };
  return byKind[kind] ?? null;
}

/** Rows alike, a window without its basis, a variation of nothing: what is wrong with such rows whoever writes them. */
const OF_MADE_UP_ROWS = /^reader\.(row-twice|window-not-used|variation-table)$/;

const OPTIONAL = TABLES.filter(({ presence }) => presence === 'optional').map(({ name }) => name);

describe.each(['en', 'ja'] as const)('rows added to a workbook in %s', (language) => {
  const workbook = workbookOf(language, undefined, OPTIONAL);

  it.each(TABLES.filter(({ name }) => name !== 'KmcCase').map((spec) => [spec.name, spec] as const))(
    'stand in %s as they were given, prepared rows first, then below the table',
    (name, spec) => {
      const inputs = spec.columns.filter(({ kind, formula }) => kind !== 'id' && kind !== 'reference' && !formula);
      const row = Object.fromEntries(
        inputs.flatMap((column) => {
          const content = contentFor(column);
          return content === null ? [] : [[column.key, content]];
        }),
      );
      const { top, bottom } = rangeOf(workbook, name);
      const prepared = bottom - top;
      const { after, rows, edits } = added(
        workbook,
        name,
        Array.from({ length: prepared + 2 }, () => row),
      );
      expect(rangeOf(after, name).bottom).toBe(bottom + 2);
      expect(rows.map((ref) => ref.row)).toEqual(Array.from({ length: prepared + 2 }, (_, index) => top + 1 + index));
      const reading = readCase(after);
      expect(rowsOf(reading.case, name).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
      const written = new Set(edits.flatMap(({ kind, cell }) => (kind === 'set-value' ? [JSON.stringify(cell)] : [])));
      const refused = reading.problems.filter(
        ({ cell, message }) =>
          cell !== null && written.has(JSON.stringify(cell)) && !OF_MADE_UP_ROWS.test(message.code),
      );
      expect(refused.map(({ message }) => message)).toEqual([]);
      const location = reading.case.locations[name]!;
      for (const { key, formulaKind } of spec.columns.filter(({ formulaKind }) => formulaKind === 'computed')) {
        const column = location.columns[key];
        if (column === undefined) continue;
        const sheet = after.sheets.find((one) => one.name === location.sheet)!;
        expect([key, formulaKind, sheet.formula(bottom + 2, column)]).toEqual([
          key,
          'computed',
          sheet.formula(top + 1, column),
        ]);
      }
      expect(edits.every(({ kind }) => kind !== 'set-calculated')).toBe(true);
    },
  );
});

describe('rows added to a filled table', () => {
  const workbook = exampleWorkbook('photovoltaics', 'ja');

  it('follow its last line, with its lines untouched', () => {
    const before = readCase(workbook).case;
    const { after, rows, first } = added(workbook, 'KmcBaseline', [{ process: '追加' }]);
    const read = readCase(after).case;
    expect(read.baseline.lines.slice(0, -1)).toEqual(before.baseline.lines);
    expect(read.baseline.lines.at(-1)).toMatchObject({ process: '追加', amount: null, unit: null });
    expect(rows[0]!.id).toBe('B2');
    expect(first.row).toBe(rows[0]!.row);
  });

  it('write neutral words in the language of the workbook', () => {
    const { after } = added(workbook, 'KmcBaseline', [{ stage: 'end-of-life' }]);
    const { sheet, row } = readCase(after).case.baseline.lines.at(-1)!.ref;
    const column = readCase(after).case.locations['KmcBaseline']!.columns['stage']!;
    expect(after.sheets.find(({ name }) => name === sheet)!.value(row, column)).toBe('廃棄・リサイクル');
  });

  it('can be taken back, unless someone has worked on them since', () => {
    const { after, edits, first } = added(workbook, 'KmcBaseline', [{ process: '追加' }]);
    const back = takeBack(workbook, after, edits);
    if (!back.ok) throw new Error(back.message.code);
    expect(readCase(withEdits(after, back.value)).case.baseline).toEqual(readCase(workbook).case.baseline);
    const { cell } = edits.find(({ value }) => value === '追加')!;
    const worked = withEdits(after, [{ kind: 'set-value', cell, value: '別の工程' }]);
    expect(takeBack(workbook, worked, edits)).toMatchObject({
      ok: false,
      message: { code: 'inventory.refused.changed-since' },
    });
    expect(first.row).toBe(cell.row);
    const filled = withEdits(after, [{ kind: 'set-value', cell: first, value: 'V1' }]);
    expect(takeBack(workbook, filled, edits)).toMatchObject({
      ok: false,
      message: { code: 'inventory.refused.changed-since', params: { cell: '比較対象製品!B6' } },
    });
  });

  it('are refused where they would lose or push something', () => {
    const { sheet, bottom, left } = rangeOf(workbook, 'KmcBaseline');
    const note: Edit = { kind: 'set-value', cell: { sheet, row: bottom + 2, column: left + 1 }, value: '覚え書き' };
    const noted = withEdits(workbook, [note]);
    expect(refusal(noted, 'KmcBaseline', [{}])).toBeNull();
    expect(refusal(noted, 'KmcBaseline', [{}, {}])).toBe('inventory.refused.below-filled');
    const totalled = {
      ...workbook,
      tables: workbook.tables.map((table) =>
        table.name === 'KmcBaseline'
          ? { ...table, totalsRow: true, range: { ...table.range, bottom: bottom + 1 } }
          : table,
      ),
    };
    expect(refusal(totalled, 'KmcBaseline', [{}])).toBe('inventory.refused.totals-row');
  });

  it.each([
    ['an id that is there', 'KmcBaseline', [{ id: 'B1' }], 'id-taken'],
    ['an id given twice', 'KmcBaseline', [{ id: 'N1' }, { id: 'N1' }], 'id-taken'],
    ['no rows', 'KmcBaseline', [], 'no-rows'],
    ['a column that is not there', 'KmcBaseline', [{ colour: 'red' }], 'column-missing'],
    ['a table that is not there', 'KmcVariations', [{}], 'table-missing'],
  ] as const)('are refused for %s', (_what, table, rows, code) => {
    expect(refusal(workbook, table, rows)).toBe(`inventory.refused.${code}`);
  });
});

describe('ids of rows to come', () => {
  it.each([
    [['B1', 'B2'], 2, ['B3', 'B4']],
    [[], 2, ['B1', 'B2']],
    [['B1', 'B7'], 1, ['B8']],
    [['B08', 'B09'], 1, ['B10']],
    [['L-1', 'L-2', 'B5'], 1, ['L-3']],
    [['生産', '使用'], 1, ['B1']],
    [['工程1'], 1, ['工程2']],
  ])('after %j are %j more: %j', (taken, count, expected) => {
    expect(nextIds('KmcBaseline', taken, count)).toEqual(expected);
  });
});
