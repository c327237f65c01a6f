import type { ObjectMatrix } from '@univerjs/core';
import { LocaleType, LogLevel, Univer, UniverInstanceType, type ICellData, type IWorkbookData } from '@univerjs/core';
import {
  AstTreeBuilder,
  CELL_INVERTED_INDEX_CACHE,
  FORMULA_REF_TO_ARRAY_CACHE,
  IFormulaCurrentConfigService,
  IFormulaRuntimeService,
  Interpreter,
  Lexer,
  LexerNode,
  UniverFormulaEnginePlugin,
  type ArrayValueObject,
  type BaseAstNode,
  type BaseValueObject,
  type FunctionVariantType,
} from '@univerjs/engine-formula';
import { message, type Message } from '../../core/message';
import type { CellValue } from '../../core/workbook/cell';
import { cellData } from '../grid/cellData';
import type { EngineFormula, Position } from '../grid/engineFormula';
import { cellValueOf, matrixOf, MESSAGE_KEY, type Matrix } from '../grid/engineValues';
import type { EngineFunctionEntry } from '../grid/functionBridge';
import type { Place } from './cellIndex';
import { HeldRanges } from './heldRanges';
import { Meter } from './meter';
import type { ReferredSheet } from './movingReference';
import { keepsState, Program } from './program';
import { sum } from './sum';
import type { WorkBudget } from './workBudget';

const UNIT = 'kmc';

/** Values of formulas' parts that are kept with the parsed formulas, some 100 bytes each. */
const MOST_MADE = 1_000_000;

/** Steps that each part of a formula takes beside what its functions go through. */
const A_PART = 2;

/** Parsed formulas kept at a time, some 30 kB each. */
const MOST_PROGRAMS = 1000;

export interface EngineSheet {
  /** As formulas for the engine call it. */
  readonly name: string;
  /** As the workbook calls it. */
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly cells: ObjectMatrix<ICellData>;
}

/** What one formula gave: rows of values, 1 × 1 for a single value. `message` belongs to the first. */
export interface Evaluated {
  readonly rows: Matrix<CellValue>;
  readonly message: Message | null;
}

/**
 * The grid's formula engine without a grid: it parses one formula, reads references from the sheets it was given, calls functions.
 * Order, cycles and spilling are the caller's, because the engine's own order cannot say which cells it must not calculate.
 */
export class Engine {
  private readonly univer: Univer;
  private readonly lexer: Lexer;
  private readonly builder: AstTreeBuilder;
  private readonly interpreter: Interpreter;
  private readonly runtime: IFormulaRuntimeService;
  private readonly matrices: ObjectMatrix<ICellData>[];
  private readonly referred: ReadonlyMap<string, ReferredSheet>;
  private readonly programs = new Map<EngineFormula, Program>();
  private readonly held: HeldRanges;
  private readonly meter: Meter;

  constructor(
    private readonly sheets: readonly EngineSheet[],
    functions: readonly EngineFunctionEntry[],
    private readonly budget: WorkBudget,
  ) {
    this.held = new HeldRanges(sheets);
    this.meter = new Meter(budget);
    this.univer = new Univer({
      logLevel: LogLevel.SILENT,
      locale: LocaleType.EN_US,
      locales: { [LocaleType.EN_US]: {} },
    });
    const spend = (steps: number) => budget.spend(steps, message('recalc.work.function', { name: 'SUM' }));
    const all = [...functions, sum((sheet) => this.referred.get(sheet)?.cells, spend)];
    this.univer.registerPlugin(UniverFormulaEnginePlugin, { function: all as never });
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, workbookData(sheets));
    const injector = this.univer.__getInjector();
    this.lexer = injector.get(Lexer);
    this.builder = injector.get(AstTreeBuilder);
    this.interpreter = injector.get(Interpreter);
    this.runtime = injector.get(IFormulaRuntimeService);
    const config = injector.get(IFormulaCurrentConfigService);
    config.load(NOTHING_CALCULATED);
    // The library keeps what it has read by sheet and range for all engines together.
    this.forgetValues();
    this.runtime.reset();
    this.matrices = sheets.map((_, index) => config.getUnitData()[UNIT]![sheetId(index)]!.cellData);
    this.referred = new Map(
      sheets.map(({ rowCount, columnCount }, index) => [
        sheetId(index),
        { rowCount, columnCount, cells: this.matrices[index]! },
      ]),
    );
  }

  /**
   * @param formula sheets by the names given to the constructor
   * @throws what the engine throws; the caller answers for the cell
   * @throws BeyondBudget before work that the workbook's size does not justify
   */
  evaluate({ sheet, row, column }: Place, formula: EngineFormula): Evaluated {
    if (this.held.isTooMuch({ row, column }, formula) || this.meter.made > MOST_MADE) this.forget();
    const { rowCount, columnCount } = this.sheets[sheet]!;
    this.runtime.setCurrent(row, column, rowCount, columnCount, sheetId(sheet), UNIT);
    const known = this.programs.get(formula);
    if (known) return this.run(known, row, column);
    const lexed = this.lexer.treeBuilder(`=${formula.formula}`);
    if (!(lexed instanceof LexerNode)) return errorOf(typeof lexed === 'string' ? lexed : '#NAME?');
    const node = this.builder.parse(lexed);
    if (!node) return errorOf('#NAME?');
    this.meter.watch(node);
    if (keepsState(node)) return this.interpreted(node, { row, column }, formula.origin);
    const program = new Program(node, formula.origin, this.referred);
    if (formula.movable) this.keep(formula, program);
    return this.run(program, row, column);
  }

  private run(program: Program, row: number, column: number): Evaluated {
    this.budget.spend(program.length * A_PART, message('recalc.work.formula'));
    return evaluatedOf(program.run(row, column));
  }

  private interpreted(node: BaseAstNode, { row, column }: Position, origin: Position): Evaluated {
    if (row !== origin.row || column !== origin.column) throw new Error('a formula that keeps state was moved');
    return evaluatedOf(this.interpreter.execute({ node, refOffsetX: 0, refOffsetY: 0 }));
  }

  private keep(formula: EngineFormula, program: Program): void {
    if (this.programs.size >= MOST_PROGRAMS) this.programs.delete(this.programs.keys().next().value!);
    this.programs.set(formula, program);
  }

  /** Makes a calculated value readable for the formulas that come after. */
  write(sheet: number, row: number, column: number, value: CellValue): void {
    if (value === null) this.matrices[sheet]!.realDeleteValue(row, column);
    else this.matrices[sheet]!.setValue(row, column, engineCell(value));
  }

  clear({ sheet, row, column }: Place): void {
    this.write(sheet, row, column, null);
  }

  /** Forgets what the engine has read, for a further pass over the same cells. */
  forget(): void {
    this.programs.clear();
    this.forgetValues();
  }

  /** Reads every cell anew from now on; what was parsed stays. */
  restart(): void {
    for (const program of this.programs.values()) program.restart();
    this.forgetValues();
  }

  private forgetValues(): void {
    this.held.clear();
    this.meter?.forget();
    FORMULA_REF_TO_ARRAY_CACHE.clear();
    CELL_INVERTED_INDEX_CACHE.clear();
  }

  dispose(): void {
    this.forget();
    this.univer.dispose();
  }
}

/** An empty text is marked, because the engine takes an unmarked one for a blank cell. */
export function engineCell(value: Exclude<CellValue, null>): ICellData {
  return value === '' ? { ...cellData(value), si: 'empty-text' } : cellData(value);
}

function evaluatedOf(result: FunctionVariantType): Evaluated {
  const value = (
    result.isReferenceObject() ? (result as { toArrayValueObject(): ArrayValueObject }).toArrayValueObject() : result
  ) as BaseValueObject;
  if (value.isArray()) return { rows: matrixOf(value as unknown as ArrayValueObject), message: null };
  const message = value.isError() ? (value.getCustomData()?.[MESSAGE_KEY] as Message | undefined) : undefined;
  return { rows: [[cellValueOf(value)]], message: message ?? null };
}

const errorOf = (code: string): Evaluated => ({ rows: [[{ error: code as never }]], message: null });

const sheetId = (index: number): string => `s${index}`;

function workbookData(sheets: readonly EngineSheet[]): IWorkbookData {
  const entries = sheets.map(({ name, rowCount, columnCount, cells }, index) => [
    sheetId(index),
    { id: sheetId(index), name, rowCount, columnCount, cellData: cells.getMatrix() },
  ]);
  return {
    id: UNIT,
    name: UNIT,
    appVersion: '',
    locale: LocaleType.EN_US,
    styles: {},
    sheetOrder: sheets.map((_, index) => sheetId(index)),
    sheets: Object.fromEntries(entries),
  };
}

const NOTHING_CALCULATED = {
  formulaData: {},
  arrayFormulaCellData: {},
  arrayFormulaRange: {},
  forceCalculate: true,
  dirtyRanges: [],
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
};
