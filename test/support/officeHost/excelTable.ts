import type { TableSnapshot } from '../../../src/core/workbook/snapshot';
import { ExcelCollection } from './excelCollection';
import type { ExcelRange } from './excelRange';
import type { ExcelSheet } from './excelSheet';
import { invalidArgument } from './hostError';

/** `Excel.TableColumn`. */
class ExcelColumn {
  static readonly scalars = ['name'];
  constructor(
    readonly id: string,
    readonly name: string,
  ) {}

  get identity(): object {
    return { Id: this.id };
  }
}

/** `Excel.Table`. */
export class ExcelTable {
  static readonly scalars = ['id', 'name', 'showHeaders', 'showTotals'];
  private ownName: string;
  style = 'TableStyleMedium2';
  showBandedRows = true;
  readonly showHeaders: boolean;
  readonly showTotals: boolean;
  readonly columns: ExcelCollection<ExcelColumn>;
  readonly rows = new ExcelTableRows(this);

  constructor(
    readonly id: string,
    readonly worksheet: ExcelSheet,
    public table: TableSnapshot,
  ) {
    this.ownName = table.name;
    this.showHeaders = table.headerRow;
    this.showTotals = table.totalsRow;
    this.columns = new ExcelCollection(table.columns.map((name, index) => new ExcelColumn(String(index + 1), name)));
  }

  get identity(): object {
    return { Id: this.id };
  }

  get name(): string {
    return this.ownName;
  }

  set name(name: string) {
    const taken = this.worksheet.workbook.tables.getItemOrNullObject(name);
    if (taken && taken !== this) throw invalidArgument(`a table ${name} is there already`);
    this.ownName = name;
    this.table = { ...this.table, name };
  }

  getRange(): ExcelRange {
    const { top, left, bottom, right } = this.table.range;
    return this.worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
  }
}

/** `Excel.TableRowCollection`, of a table with nothing below it. */
class ExcelTableRows {
  static readonly scalars: readonly string[] = [];
  constructor(private readonly owner: ExcelTable) {}

  add(index?: number, values?: readonly unknown[]): ExcelTableRow {
    if (index !== undefined || values !== undefined) throw new Error('only a blank line at the end is played');
    const { table } = this.owner;
    this.owner.table = { ...table, range: { ...table.range, bottom: table.range.bottom + 1 } };
    return new ExcelTableRow(table.range.bottom - table.range.top);
  }
}

/** `Excel.TableRow`. */
class ExcelTableRow {
  static readonly scalars = ['index'];
  constructor(readonly index: number) {}
}
