import { progressOf } from '../../../src/core/entry/progress';
import { rowsOf } from '../../../src/core/template/caseRows';
import type { Problem } from '../../../src/core/case/types';
import { readCase } from '../../../src/core/reader/readCase';
import { FIELDS } from '../../../src/core/template/fields';
import { TABLES } from '../../../src/core/template/tables';
import type { TableName } from '../../../src/core/template/types';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { EXAMPLES } from '../../../src/core/template/examples/registry';
import { exampleWorkbook, workbookOf } from './caseWorkbook';

const progressIn = (snapshot: WorkbookSnapshot, more: readonly Problem[] = []) => {
  const { case: read, problems } = readCase(snapshot);
  return new Map(progressOf(snapshot, read, [...problems, ...more]).map((each) => [each.table, each]));
};

function said(
  table: TableName,
  cell: Problem['cell'],
  severity: Problem['severity'],
  rowId: string | null = null,
): Problem {
  return { severity, message: { code: 'x', params: {} }, cell, table, rowId, column: null };
}

describe('how far a case is filled', () => {
  it('is nothing for a new form, whose tables are all there', () => {
    const progress = progressIn(workbookOf('ja'));
    expect([...progress.values()].filter(({ missing, place }) => missing || place === null)).toEqual([]);
    expect(progress.get('KmcProduct')).toMatchObject({ rows: 0, complete: 0, blocked: 0, toCheck: 0 });
    const asked = FIELDS.filter(({ need }) => need !== 'optional').length;
    expect(progress.get('KmcCase')!.rows).toBeGreaterThanOrEqual(asked);
    expect(progress.get('KmcCase')!.blocked).toBeGreaterThan(0);
  });

  it('counts each row once, by the worst that is said of it, and what is said of no row apart', () => {
    const workbook = exampleWorkbook('photovoltaics', 'en');
    const [line] = readCase(workbook).case.product.lines;
    const cell = { sheet: line!.ref.sheet, row: line!.ref.row, column: 3 };
    const header = { ...cell, row: 3 };
    const quiet = { ...workbook, tables: workbook.tables };
    const count = (...more: readonly Problem[]) => {
      const { rows, complete, blocked, toCheck, ofWhole } = progressOf(quiet, readCase(workbook).case, more).find(
        ({ table }) => table === 'KmcProduct',
      )!;
      return [rows, complete, blocked, toCheck, ofWhole.length];
    };
    expect(count()).toEqual([1, 1, 0, 0, 0]);
    expect(count(said('KmcProduct', cell, 'info'))).toEqual([1, 1, 0, 0, 0]);
    expect(count(said('KmcProduct', cell, 'warn'))).toEqual([1, 0, 0, 1, 0]);
    expect(count(said('KmcProduct', cell, 'block'), said('KmcProduct', { ...cell, column: 5 }, 'warn'))).toEqual([
      1, 0, 1, 0, 0,
    ]);
    expect(count(said('KmcProduct', null, 'block', 'P1'))).toEqual([1, 0, 1, 0, 0]);
    expect(count(said('KmcProduct', header, 'block'), said('KmcProduct', null, 'warn'))).toEqual([1, 1, 0, 0, 2]);
    expect(count(said('KmcBaseline', cell, 'block'))).toEqual([1, 1, 0, 0, 0]);
  });

  it('counts a blank field that is asked for, by its key', () => {
    const workbook = exampleWorkbook('photovoltaics', 'ja');
    const { case: read } = readCase(workbook);
    const { ref } = read.fields['productName']!;
    const before = progressIn(workbook).get('KmcCase')!;
    const cell = { sheet: ref.sheet, row: ref.row, column: read.locations['KmcCase']!.columns['value']! };
    const after = progressIn(withEdits(workbook, [{ kind: 'set-value', cell, value: null }])).get('KmcCase')!;
    expect([after.rows, after.toCheck]).toEqual([before.rows, before.toCheck + 1]);
  });

  it('says which of the tables every case has is missing, and is silent on those it need not have', () => {
    const workbook = exampleWorkbook('photovoltaics', 'ja');
    const without = { ...workbook, tables: workbook.tables.filter(({ name }) => name !== 'KmcSales') };
    expect(progressIn(without).get('KmcSales')).toMatchObject({ missing: true, place: null, rows: 0 });
    expect(progressIn(workbook).has('KmcVariations')).toBe(false);
  });

  it.each(EXAMPLES.map(({ name }) => name))('adds up for every table of %s', (name) => {
    const workbook = exampleWorkbook(name, 'ja');
    const { case: read } = readCase(workbook);
    for (const { table, rows, complete, blocked, toCheck } of progressIn(workbook).values()) {
      expect(complete + blocked + toCheck).toBe(rows);
      if (table !== 'KmcCase') expect(rows).toBe(rowsOf(read, table).length);
    }
    const listed = TABLES.filter(({ presence, name: table }) => presence === 'always' || read.locations[table]);
    expect([...progressIn(workbook).keys()]).toEqual(listed.map(({ name: table }) => table));
  });
});
