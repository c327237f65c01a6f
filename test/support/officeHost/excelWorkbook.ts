import { overlap } from '../../../src/core/workbook/a1';
import type { CellRef, CellValue } from '../../../src/core/workbook/cell';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { ExcelApplication, ExcelFunctions } from './excelApplication';
import type { ExcelCollection } from './excelCollection';
import { EVENT, WatchedCollection, type EventListener } from './excelEvents';
import { ExcelName, ExcelNames } from './excelNames';
import { ExcelNotes, type ExcelNote } from './excelNotes';
import { ExcelProtection } from './excelProtection';
import type { ExcelRange } from './excelRange';
import { ExcelSheet } from './excelSheet';
import { ExcelTable } from './excelTable';
import { invalidArgument } from './hostError';

function spread(runs: readonly (readonly [number, number])[], into: Set<number>): void {
  for (const [first, last] of runs) for (let at = first; at <= last; at++) into.add(at);
}

/** `Excel.WorksheetCollection`. */
class ExcelSheets extends WatchedCollection<ExcelSheet> {
  constructor(
    private readonly workbook: ExcelWorkbook,
    watched: Set<number>,
  ) {
    super(workbook.sheets, watched, EVENT.added, EVENT.deleted);
  }

  add(name?: string): ExcelSheet {
    return this.workbook.addSheet(name);
  }
}

/**
 * A workbook in memory with the member names of Excel's public API: only those the add-in uses. It calculates nothing by
 * itself: `calculate` says what a formula that is entered gives.
 */
export class ExcelWorkbook {
  static readonly scalars = ['name'];
  readonly name = 'Book1.xlsx';
  readonly sheets: ExcelSheet[] = [];
  readonly tableList: ExcelTable[] = [];
  readonly noteList: ExcelNote[] = [];
  /** Threads of comments. */
  readonly threads: ExcelNote[] = [];
  private nextId = 1000;
  readonly names: ExcelCollection<ExcelName>;
  readonly application: ExcelApplication;
  readonly functions: ExcelFunctions;
  readonly _Runtime = Object.assign(Object.create({ constructor: { name: 'Runtime', scalars: ['enableEvents'] } }), {
    enableEvents: true,
  }) as { enableEvents: boolean };
  readonly watched = new Set<number>();
  /** Whether sheets can neither be added nor removed. */
  isProtected = false;
  active: ExcelSheet | null = null;
  selected: CellRef | null = null;
  onEvent: EventListener = () => {};
  /** Called after every edit of cells, also where the add-in does not want to hear of it. */
  onEdit: () => void = () => {};

  constructor(
    workbook: WorkbookSnapshot,
    readonly calculate: (formula: string) => CellValue,
  ) {
    const modes = { automatic: 'Automatic', manual: 'Manual', 'automatic-except-tables': 'AutomaticExceptTables' };
    this.application = new ExcelApplication(modes[workbook.calculationMode]);
    this.functions = new ExcelFunctions(workbook.date1904);
    workbook.sheets.forEach((sheet, index) => {
      const added = new ExcelSheet(this, `{sheet-${index}}`, sheet.name, sheet.visibility);
      spread(sheet.hiddenRows, added.hiddenRows);
      spread(sheet.hiddenColumns, added.hiddenColumns);
      sheet.forEachStored((row, column, value, formula, format) => added.put(row, column, { value, formula, format }));
      this.sheets.push(added);
    });
    workbook.tables.forEach((table, index) =>
      this.tableList.push(new ExcelTable(`{table-${index}}`, this.worksheets.getItem(table.range.sheet), table)),
    );
    const local = (sheet: string | null) => workbook.names.filter((name) => name.sheet === sheet);
    this.sheets.forEach((sheet) => sheet.ownNames.push(...local(sheet.name).map((name) => new ExcelName(name))));
    this.names = ExcelNames.of(local(null));
  }

  get protection(): ExcelProtection {
    return new ExcelProtection(this.isProtected);
  }

  get notes(): ExcelNotes {
    return new ExcelNotes(this.noteList);
  }

  get comments(): ExcelNotes {
    return new ExcelNotes(this.threads);
  }

  get worksheets(): ExcelSheets {
    return new ExcelSheets(this, this.watched);
  }

  /** @param name where none is given Excel finds one */
  addSheet(name?: string): ExcelSheet {
    const free = (number: number): string =>
      this.worksheets.getItemOrNullObject(`Sheet${number}`) ? free(number + 1) : `Sheet${number}`;
    const sheet = new ExcelSheet(this, `{added-${this.nextId++}}`, name ?? free(1), 'visible');
    this.sheets.push(sheet);
    this.tell(EVENT.added, { worksheetId: sheet.id, source: 'Local' });
    return sheet;
  }

  removeSheet(sheet: ExcelSheet): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    const others = this.tableList.filter(({ worksheet }) => worksheet !== sheet);
    this.tableList.splice(0, this.tableList.length, ...others);
    this.tell(EVENT.deleted, { worksheetId: sheet.id, source: 'Local' });
  }

  addTable(place: ExcelRange): ExcelTable {
    const { rowIndex: top, columnIndex: left, rowCount, columnCount } = place;
    const range = { sheet: place.sheet.name, top, left, bottom: top + rowCount - 1, right: left + columnCount - 1 };
    const overlaps = place.sheet.tables.items.some(({ table }) => overlap(table.range, range));
    if (overlaps) throw invalidArgument('A table cannot overlap another table.');
    const columns = place.sheet.getRangeByIndexes(top, left, 1, columnCount).values[0]!.map(String);
    if (columns.includes('')) throw invalidArgument('A header is blank.');
    const number = this.nextId++;
    const snapshot = { name: `Table${number}`, range, columns, headerRow: true, totalsRow: false };
    const table = new ExcelTable(`{table-${number}}`, place.sheet, snapshot);
    this.tableList.push(table);
    return table;
  }

  get tables(): WatchedCollection<ExcelTable> {
    return new WatchedCollection(this.tableList, this.watched, EVENT.tableAdded, EVENT.tableDeleted);
  }

  /** Tells the add-in that cells have changed, unless it has asked not to hear. */
  changed(range: ExcelRange): void {
    this.onEdit();
    this.tell(EVENT.changed, {
      worksheetId: range.sheet.id,
      address: range.localAddress,
      changeType: 'RangeEdited',
      source: 'Local',
    });
  }

  tell(event: number, details: Readonly<Record<string, unknown>>): void {
    if (this._Runtime.enableEvents && this.watched.has(event)) this.onEvent(event, 'Workbook', details);
  }
}
