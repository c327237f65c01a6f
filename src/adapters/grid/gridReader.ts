import { ICommandService, type Injector } from '@univerjs/core';
import {
  FormulaDataModel,
  IDefinedNamesService,
  type IDefinedNamesServiceParam,
  SetArrayFormulaDataMutation,
  SetFormulaCalculationResultMutation,
} from '@univerjs/engine-formula';
import type { NameSnapshot, SheetSnapshot, WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { OpenedGrid } from './openGrid';
import { SheetReader } from './sheetReader';
import { toStructured } from './structuredForm';
import { toA1 } from './structuredReferences';
import type { Tables } from './tableReference';
import { isAddedName } from './nameChanges';
import { nameId, WORKBOOK_SCOPE } from './workbookData';

/** Reads the grid as a snapshot; a sheet nothing has happened to is the same object as before. */
export class GridReader {
  private readonly readers: ReadonlyMap<string, SheetReader>;
  private readonly names: ReadonlyMap<string, string>;
  private readonly definedNames: IDefinedNamesService;
  private readonly known = new Map<string, SheetSnapshot>();
  private readonly stopListening: { dispose(): void };
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
    this.stopListening = injector.get(ICommandService).onCommandExecuted(({ id, params }) => this.forget(id, params));
  }

  nameOf(sheetId: string): string {
    return this.names.get(sheetId) ?? '';
  }

  read(tables: Tables): WorkbookSnapshot {
    if (tables !== this.tables) this.known.clear();
    this.tables = tables;
    const { snapshot } = this.opened;
    return {
      ...snapshot,
      sheets: [...this.readers.keys()].map((id) => this.sheet(id)),
      tables,
      names: this.nameList(),
    };
  }

  dispose(): void {
    this.stopListening.dispose();
  }

  private sheet(id: string): SheetSnapshot {
    const known = this.known.get(id);
    if (known) return known;
    const sheet = this.readers.get(id)!.read(this.tables);
    this.known.set(id, sheet);
    return sheet;
  }

  private nameList(): NameSnapshot[] {
    const { names, tables } = this.opened.snapshot;
    const nowhere = { sheet: '', row: 0, column: 0 };
    const current = this.definedNames.getDefinedNameMap(this.opened.workbook.getUnitId()) ?? {};
    const opened = names.flatMap((name, at): NameSnapshot[] => {
      if (this.named.has(nameId(at)) && !current[nameId(at)]) return [];
      const { formulaOrRefString: formula, hidden = name.hidden } = current[nameId(at)] ?? {};
      const a1 = toA1(name.formula, nowhere, tables);
      const isUnchanged = formula === undefined || !a1.ok || formula === a1.value;
      return [{ ...name, hidden, formula: isUnchanged ? name.formula : toStructured(formula, nowhere, this.tables) }];
    });
    const added = Object.values(current).filter(({ id }) => isAddedName(id));
    return [
      ...opened,
      ...added.map(({ name, formulaOrRefString, hidden = false }) => ({
        ...{ name, sheet: null, hidden },
        formula: toStructured(formulaOrRefString, nowhere, this.tables),
      })),
    ];
  }

  /** What the grid knows of the workbook's own names, by the name in lower case. */
  nameIds(): ReadonlyMap<string, IDefinedNamesServiceParam> {
    const current = this.definedNames.getDefinedNameMap(this.opened.workbook.getUnitId()) ?? {};
    const own = Object.values(current).filter(({ localSheetId = WORKBOOK_SCOPE }) => localSheetId === WORKBOOK_SCOPE);
    return new Map(own.map((name) => [name.name.toLowerCase(), name]));
  }

  private forget(id: string, params: unknown): void {
    if (id === SetFormulaCalculationResultMutation.id || id === SetArrayFormulaDataMutation.id)
      this.forgetResults(params);
    else if (id.includes('mutation')) this.known.delete((params as { subUnitId?: string })?.subUnitId ?? '');
  }

  private forgetResults(params: unknown): void {
    const { unitData, arrayFormulaRange } = params as { unitData?: object; arrayFormulaRange?: object };
    const ofUnit = (data: object | undefined) =>
      Object.keys((data as Record<string, object> | undefined)?.[this.opened.workbook.getUnitId()] ?? {});
    [...ofUnit(unitData), ...ofUnit(arrayFormulaRange)].forEach((id) => this.known.delete(id));
  }
}
