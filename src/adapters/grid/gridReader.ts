import type { Injector } from '@univerjs/core';
import { FormulaDataModel, IDefinedNamesService, type IDefinedNamesServiceParam } from '@univerjs/engine-formula';
import type { Edit } from '../../core/workbook/edit';
import type { NameSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { OpenedGrid } from './openGrid';
import { SheetReader } from './sheetReader';
import { toStructured } from './structuredForm';
import { toA1 } from './structuredReferences';
import type { Tables } from './tableReference';
import { isAddedName } from './nameChanges';
import { nameId, WORKBOOK_SCOPE } from './workbookData';

/** Reads the grid. */
export class GridReader {
  private readonly readers: ReadonlyMap<string, SheetReader>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly definedNames: IDefinedNamesService;
  /** Ids of the names the grid took over when it opened the workbook. */
  private readonly named: ReadonlySet<string>;
  private tables: Tables = [];

  constructor(
    injector: Injector,
    private readonly opened: OpenedGrid,
  ) {
    const { workbook, snapshot } = opened;
    const source = { workbook, formulaData: injector.get(FormulaDataModel) };
    const sheets = workbook.getSheets();
    this.names = new Map(sheets.map((sheet) => [sheet.getSheetId(), sheet.getName()]));
    this.readers = new Map(
      sheets.map((sheet, at) => [sheet.getSheetId(), new SheetReader(source, sheet, snapshot.sheets[at]!.visibility)]),
    );
    this.definedNames = injector.get(IDefinedNamesService);
    this.named = new Set(Object.keys(this.definedNames.getDefinedNameMap(workbook.getUnitId()) ?? {}));
  }

  nameOf(sheetId: string): string {
    return this.names.get(sheetId) ?? '';
  }

  read(tables: Tables): WorkbookSnapshot {
    this.tables = tables;
    const sheets = [...this.readers.values()].map((reader) => reader.read(tables));
    return { ...this.opened.snapshot, sheets, tables, names: this.nameList() };
  }

  /** @returns what makes another workbook's cell the grid's */
  edit(sheetId: string, row: number, column: number, tables: Tables): Edit {
    return this.readers.get(sheetId)!.edit(row, column, tables);
  }

  nameList(tables: Tables = this.tables): NameSnapshot[] {
    this.tables = tables;
    const { names, tables: asOpened } = this.opened.snapshot;
    const nowhere = { sheet: '', row: 0, column: 0 };
    const current = this.definedNames.getDefinedNameMap(this.opened.workbook.getUnitId()) ?? {};
    const opened = names.flatMap((name, at): NameSnapshot[] => {
      if (this.named.has(nameId(at)) && !current[nameId(at)]) return [];
      const { formulaOrRefString: formula, hidden = name.hidden } = current[nameId(at)] ?? {};
      const a1 = toA1(name.formula, nowhere, asOpened);
      const isUnchanged = formula === undefined || !a1.ok || formula === a1.value;
      return [{ ...name, hidden, formula: isUnchanged ? name.formula : toStructured(formula, nowhere, this.tables) }];
    });
    const added = Object.values(current).filter(({ id }) => isAddedName(id));
    return [
      ...opened,
      ...added.map(({ name, formulaOrRefString, hidden = false }) => ({
        ...{ name, sheet: null, hidden },
        formula: formulaOrRefString,
      })),
    ];
  }

  /** What the grid knows of the workbook's own names, by the name in lower case. */
  nameIds(): ReadonlyMap<string, IDefinedNamesServiceParam> {
    const current = this.definedNames.getDefinedNameMap(this.opened.workbook.getUnitId()) ?? {};
    const own = Object.values(current).filter(({ localSheetId = WORKBOOK_SCOPE }) => localSheetId === WORKBOOK_SCOPE);
    return new Map(own.map((name) => [name.name.toLowerCase(), name]));
  }
}
