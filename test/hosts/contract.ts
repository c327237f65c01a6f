import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { KmcError } from '../../src/core/message';
import type { WorkbookHost } from '../../src/core/ports';
import { cellAddress } from '../../src/core/workbook/a1';
import type { CellRef, CellValue } from '../../src/core/workbook/cell';
import type { Edit } from '../../src/core/workbook/edit';
import type { CellNote } from '../../src/core/workbook/note';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { CASE_SHEET, LINES_SHEET, NOTES_SHEET, contractWorkbook } from './contractWorkbook';

export interface OpenHost {
  readonly host: WorkbookHost;
  readonly close: () => void | Promise<void>;
  /** Changes cells as a user does; absent where nobody but the host can change the workbook. */
  readonly userEdits?: (edits: readonly Edit[]) => void | Promise<void>;
  /** The selected cell; absent where nothing is shown. */
  readonly selected?: () => CellRef | null;
  /** Whether the host has a file to give. */
  readonly hasFile?: boolean;
}

export interface HostTraits {
  /** Calculates formulas by itself: what `set-calculated` would write is its own business. */
  readonly calculates: boolean;
  /** Can keep notes at cells. */
  readonly notes: boolean;
}

/** Longer than any host waits before it tells of changes. */
const LONG_ENOUGH = 300;
const quiet = () => new Promise((resolve) => setTimeout(resolve, LONG_ENOUGH));

const at = (sheet: string, row: number, column: number): CellRef => ({ sheet, row, column });
const put = (cell: CellRef, value: CellValue): Edit => ({ kind: 'set-value', cell, value });

/** Every used cell as `address: formula → value`. */
function content(workbook: WorkbookSnapshot): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    workbook.sheets.map((sheet) => {
      const cells: Record<string, unknown> = {};
      sheet.forEachCell((row, column, value, formula) => {
        cells[cellAddress({ row, column })] = formula === null ? value : { formula, value };
      });
      return [sheet.name, cells];
    }),
  );
}

const byText = (notes: readonly CellNote[]): readonly CellNote[] =>
  [...notes].sort((a, b) => (a.text < b.text ? -1 : 1));

/**
 * What every host of a workbook must do, whatever it is: the same suite over each adapter.
 * @param open opens the given workbook in a new host
 */
export function describeHost(
  name: string,
  { calculates, notes }: HostTraits,
  open: (workbook: WorkbookSnapshot) => Promise<OpenHost>,
): void {
  describe(`${name} as a host`, () => {
    let opened: OpenHost;
    let host: WorkbookHost;
    beforeEach(async () => {
      opened = await open(contractWorkbook());
      host = opened.host;
    });
    afterEach(() => opened.close());

    const valueAt = async ({ sheet, row, column }: CellRef) => {
      const found = (await host.snapshot('all')).sheets.find((each) => each.name === sheet)!;
      return { value: found.value(row, column), formula: found.formula(row, column) };
    };

    it('hands over values, formulas, blanks, errors and sheets as they are', async () => {
      const workbook = await host.snapshot('all');
      expect(content(workbook)).toEqual(content(contractWorkbook()));
      expect(workbook.sheets.map((sheet) => sheet.visibility)).toEqual(['visible', 'visible', 'visible']);
    });

    it('hands over tables and names as they are', async () => {
      const workbook = await host.snapshot('all');
      const expected = contractWorkbook();
      const byName = <T extends { readonly name: string }>(list: readonly T[]) =>
        [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
      expect(byName(workbook.tables)).toEqual(byName(expected.tables));
      expect(workbook.names).toEqual(expected.names);
      expect([workbook.calculationMode, workbook.date1904]).toEqual(['automatic', false]);
    });

    it('keeps the number format of a date', async () => {
      const sheet = (await host.snapshot()).sheets.find((each) => each.name === CASE_SHEET)!;
      expect([sheet.format(11, 2), sheet.value(11, 2)]).toEqual(['yyyy-mm-dd', 45748]);
    });

    it('gives at least the sheets with KMC tables, and their tables, where nothing is said', async () => {
      const workbook = await host.snapshot();
      expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(expect.arrayContaining([CASE_SHEET, LINES_SHEET]));
      expect(workbook.tables.map((each) => each.name).sort()).toEqual(['KmcBaseline', 'KmcCase']);
    });

    it('gives snapshots that later edits leave as they were', async () => {
      const before = await host.snapshot('all');
      await host.apply([put(at(CASE_SHEET, 2, 2), 99)]);
      expect(content(before)).toEqual(content(contractWorkbook()));
    });

    it.each<[string, CellValue]>([
      ['a number', 0.1 + 0.2],
      ['a negative number', -1e-7],
      ['a text', '川崎市'],
      ['a text that looks like a number', '123'],
      ['a text that looks like a number with its unit', '12%'],
      ['a text in full-width digits', '１２３'],
      ['a text that looks like a date', '3-4'],
      ['a text that looks like a Japanese date', '令和7年度'],
      ['a text that looks like a formula', '=1+1'],
      ['a text that begins with a minus', '-x'],
      ['a text that begins with an apostrophe', "'quoted"],
      ['a text that looks like a truth value', 'TRUE'],
      ['a text that looks like an error', '#N/A'],
      ['a text of spaces', '  '],
      ['a truth value', false],
      ['an error', { error: '#N/A' }],
      ['a blank', null],
    ])('writes %s', async (_what, value) => {
      await host.apply([put(at(CASE_SHEET, 2, 2), value)]);
      expect(await valueAt(at(CASE_SHEET, 2, 2))).toEqual({ value, formula: null });
    });

    it.each([
      ['C3*2', 24],
      ['KMC.UNIT_RATIO("t","kg-CO2e/kg")', 1000],
    ])('writes the formula %s', async (formula, value) => {
      const cell = at(CASE_SHEET, 2, 4);
      await host.apply([{ kind: 'set-formula', cell, formula, value }]);
      expect(await valueAt(cell)).toEqual({ value, formula });
    });

    it('replaces a formula by a value', async () => {
      await host.apply([put(at(LINES_SHEET, 4, 3), 7)]);
      expect(await valueAt(at(LINES_SHEET, 4, 3))).toEqual({ value: 7, formula: null });
    });

    it('writes many cells of several sheets at once, the last edit of a cell standing', async () => {
      const block = [0, 1, 2, 3].map((index) => put(at(NOTES_SHEET, 5 + index, index % 2), `x${index}`));
      await host.apply([put(at(CASE_SHEET, 2, 2), 1), ...block, put(at(CASE_SHEET, 2, 2), 2)]);
      expect((await valueAt(at(CASE_SHEET, 2, 2))).value).toBe(2);
      const written = await Promise.all([0, 1, 2, 3].map((index) => valueAt(at(NOTES_SHEET, 5 + index, index % 2))));
      expect(written.map(({ value }) => value)).toEqual(['x0', 'x1', 'x2', 'x3']);
      expect((await valueAt(at(NOTES_SHEET, 5, 1))).value).toBeNull();
    });

    it(
      calculates ? 'refuses a calculated value from outside' : 'writes a calculated value and keeps the formula',
      async () => {
        const cell = at(LINES_SHEET, 5, 3);
        const formula = 'KMC.UNIT_RATIO("t","kg-CO2e/kg")';
        const writing = host.apply([{ kind: 'set-calculated', cell, value: 5 }]);
        if (calculates) await expect(writing).rejects.toBeInstanceOf(KmcError);
        else await writing;
        expect(await valueAt(cell)).toEqual({ formula, value: calculates ? 1000 : 5 });
      },
    );

    it('makes what is written right below a table its next lines, and nothing else', async () => {
      const lines = async () => (await host.snapshot('all')).tables.find(({ name }) => name === 'KmcBaseline')!.range;
      await host.apply([
        put(at(LINES_SHEET, 9, 1), null),
        put(at(LINES_SHEET, 9, 4), 'beside'),
        put(at(LINES_SHEET, 11, 1), 'L9'),
      ]);
      expect((await lines()).bottom).toBe(8);
      await host.apply([
        put(at(LINES_SHEET, 10, 1), 'L8'),
        put(at(LINES_SHEET, 9, 2), 5),
        { kind: 'set-formula', cell: at(LINES_SHEET, 9, 3), formula: 'KMC.UNIT_RATIO("t","kg-CO2e/kg")', value: 1000 },
      ]);
      expect((await lines()).bottom).toBe(10);
      expect(await valueAt(at(LINES_SHEET, 10, 1))).toEqual({ value: 'L8', formula: null });
      expect(await valueAt(at(LINES_SHEET, 9, 3))).toEqual({
        value: 1000,
        formula: 'KMC.UNIT_RATIO("t","kg-CO2e/kg")',
      });
    });

    it('defines, changes and removes names, and leaves the cells alone', async () => {
      const before = await host.snapshot('all');
      const own = (workbook: WorkbookSnapshot) => workbook.names.filter(({ name }) => name.startsWith('KmcAdopted'));
      const range = { name: 'KmcAdopted_1', formula: "'応募 (1)'!$B$2:$C$11", sheet: null, hidden: false };
      const long = `"${'令和""7""年度'.repeat(15)}"&"${'x'.repeat(200)}"`;
      const map = { name: 'KmcAdopted_1_Map1', formula: long, sheet: null, hidden: true };
      await host.apply([
        { kind: 'set-name', name: range.name, formula: "'応募 (1)'!$A$1", hidden: false },
        { kind: 'set-name', name: range.name, formula: range.formula, hidden: false },
        { kind: 'set-name', name: map.name, formula: map.formula, hidden: true },
      ]);
      expect(own(await host.snapshot('all'))).toEqual([range, map]);
      await host.apply([
        { kind: 'set-name', name: range.name, formula: "'応募 (1)'!$B$2:$C$9", hidden: true },
        { kind: 'remove-name', name: map.name.toUpperCase() },
        { kind: 'remove-name', name: 'KmcNothing' },
      ]);
      const after = await host.snapshot('all');
      expect(own(after)).toEqual([{ ...range, formula: "'応募 (1)'!$B$2:$C$9", hidden: true }]);
      await host.apply([{ kind: 'remove-name', name: range.name }]);
      const last = await host.snapshot('all');
      expect(last.names).toEqual(before.names);
      expect(content(last)).toEqual(content(before));
    });

    it('gives the sheet of an adopted range where nothing is said', async () => {
      await host.apply([
        { kind: 'set-name', name: 'KmcAdopted_2', formula: `${NOTES_SHEET}!$A$1:$B$2`, hidden: false },
      ]);
      expect((await host.snapshot()).sheets.map((sheet) => sheet.name)).toContain(NOTES_SHEET);
    });

    it('refuses a sheet that does not exist, and writes nothing', async () => {
      const edits = [put(at(CASE_SHEET, 2, 2), 5), put(at('ない', 0, 0), 1)];
      await expect(host.apply(edits)).rejects.toBeInstanceOf(KmcError);
      await expect(host.reveal(at('ない', 0, 0))).rejects.toBeInstanceOf(KmcError);
      expect((await valueAt(at(CASE_SHEET, 2, 2))).value).toBe(12);
    });

    it('shows a cell', async () => {
      await host.reveal(at(LINES_SHEET, 4, 3));
      if (opened.selected) expect(opened.selected()).toEqual(at(LINES_SHEET, 4, 3));
    });

    it('tells of what others change, once for changes that come together, until told to stop', async () => {
      const heard = jest.fn();
      const stop = host.onChange(heard);
      await quiet();
      const edits = [2, 3, 4].map((row) => put(at(CASE_SHEET, row, 2), row));
      for (const edit of edits) await opened.userEdits?.([edit]);
      await quiet();
      expect(heard).toHaveBeenCalledTimes(opened.userEdits ? 1 : 0);
      stop();
      await quiet();
      await opened.userEdits?.(edits);
      await quiet();
      expect(heard).toHaveBeenCalledTimes(opened.userEdits ? 1 : 0);
    });

    it('gives the workbook as a file, with what was written last, or has no file to give', async () => {
      expect(host.bytes !== undefined).toBe(opened.hasFile === true);
      if (!host.bytes) return;
      await host.apply([put(at(CASE_SHEET, 2, 2), 31)]);
      await opened.userEdits?.([put(at(NOTES_SHEET, 1, 0), '川崎')]);
      const { snapshot } = await readXlsx(await host.bytes());
      expect(content(snapshot)).toEqual(content(await host.snapshot('all')));
      const [cases, , notes] = snapshot.sheets;
      expect(cases!.value(2, 2)).toBe(31);
      expect(notes!.value(1, 0)).toBe(opened.userEdits ? '川崎' : null);
    });

    it(notes ? 'keeps notes at cells, and others beside them as they are' : 'has no notes to offer', async () => {
      expect(host.notes !== undefined).toBe(notes);
      if (!host.notes) return;
      const before = content(await host.snapshot('all'));
      const [one, other, third] = [at(CASE_SHEET, 2, 2), at(CASE_SHEET, 3, 2), at(NOTES_SHEET, 5, 1)];
      const text = '審査員 & <b>"確認"</b>\n 2行目\n_x0041_';
      expect(await host.notes.read()).toEqual([]);
      await host.notes.write([
        { cell: one, was: null, text },
        { cell: third, was: null, text: '他のシート' },
      ]);
      await host.notes.write([{ cell: other, was: null, text: 'two' }]);
      expect(byText(await host.notes.read())).toEqual(
        byText([
          { cell: one, text },
          { cell: other, text: 'two' },
          { cell: third, text: '他のシート' },
        ]),
      );
      await host.notes.write([
        { cell: one, was: text, text: null },
        { cell: other, was: 'two', text: 'changed' },
      ]);
      expect(byText(await host.notes.read())).toEqual(
        byText([
          { cell: other, text: 'changed' },
          { cell: third, text: '他のシート' },
        ]),
      );
      await host.notes.write([
        { cell: other, was: 'changed', text: null },
        { cell: third, was: '他のシート', text: null },
      ]);
      expect(await host.notes.read()).toEqual([]);
      expect(content(await host.snapshot('all'))).toEqual(before);
    });

    if (notes)
      it('writes no note where another one is there than was read, or the sheet is not there', async () => {
        const cell = at(CASE_SHEET, 2, 2);
        const free = { cell: at(CASE_SHEET, 4, 2), was: null, text: 'new' };
        await host.notes!.write([{ cell, was: null, text: 'mine' }]);
        for (const refused of [
          { cell, was: null, text: 'yours' },
          { cell, was: 'theirs', text: null },
          { cell: at(CASE_SHEET, 6, 2), was: 'gone', text: null },
          { cell: at('ない', 0, 0), was: null, text: 'nowhere' },
        ])
          await expect(host.notes!.write([free, refused])).rejects.toBeInstanceOf(KmcError);
        expect(await host.notes!.read()).toEqual([{ cell, text: 'mine' }]);
      });

    it('does not tell of what it wrote itself', async () => {
      const heard = jest.fn();
      const stop = host.onChange(heard);
      await quiet();
      await host.apply([put(at(CASE_SHEET, 2, 2), 3)]);
      await quiet();
      expect(heard).not.toHaveBeenCalled();
      stop();
    });
  });
}
