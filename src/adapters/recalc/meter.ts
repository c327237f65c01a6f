import {
  ErrorValueObject,
  type ArrayValueObject,
  type BaseAstNode,
  type BaseReferenceObject,
  type BaseValueObject,
  type ErrorType,
  type FunctionVariantType,
} from '@univerjs/engine-formula';
import { message } from '../../core/message';
import { MAX_ROWS } from '../../core/workbook/sheetColumns';
import { cellsOf, sizeOf, type ArgumentValue } from './argumentSize';
import { callWork, resultCells } from './functionWork';
import { LONGEST_TEXT, textWork } from './textWork';
import { BeyondBudget, type WorkBudget } from './workBudget';

/** The engine's numbers for the nodes that work: operator, function, the sign before an operand, `%` after it. */
const WORKING = new Set([3, 4, 11, 12]);

/** Reading a cell into the engine, in steps. */
const READING = 10;

/** Each is an object of some 100 bytes. */
const MOST_RESULT = MAX_ROWS;
const MOST_READ = 2 * MAX_ROWS;

/** These take a reference without reading its cells. */
const UNREAD = new Set(['INDEX', 'ROW', 'COLUMN', 'SUM']);

/** Watches a formula's syntax tree: what a function would take is known from its arguments, and has to be allowed before it is called. */
export class Meter {
  /** Values that formulas have made and the engine may still hold. */
  made = 0;
  private readonly read = new Set<string>();

  constructor(private readonly budget: WorkBudget) {}

  /** From now on nothing in the tree runs that the budget does not allow. */
  watch(node: BaseAstNode): void {
    for (const child of node.getChildren()) this.watch(child);
    if (!WORKING.has(node.nodeType)) return;
    const execute = node.execute.bind(node);
    const name = node.getToken().trim().toUpperCase();
    node.execute = () => {
      this.allow(name, node);
      execute();
      this.made += cellsOf(sizeOf(node.getValue())) - 1;
      if (isTooLong(node.getValue())) node.setValue(TOO_LONG);
    };
  }

  /** What was read has been forgotten and will be read again. */
  forget(): void {
    this.read.clear();
    this.made = 0;
  }

  private allow(name: string, node: BaseAstNode): void {
    const args = node.getChildren().map((child) => child.getValue());
    const result = resultCells(name, args);
    if (result > MOST_RESULT) throw beyond('result', name, result, MOST_RESULT);
    const call = callWork(name, args);
    const what = message('recalc.work.function', { name });
    this.budget.spend(call + (UNREAD.has(name) ? 0 : this.readingWork(name, args)), what);
    const texts = textWork(name, args, call);
    if (texts > 0) this.budget.spend(texts, what);
  }

  private readingWork(name: string, args: readonly ArgumentValue[]): number {
    let cells = 0;
    for (const value of args) {
      if (!value?.isReferenceObject()) continue;
      const count = cellsOf(sizeOf(value));
      if (count > 1 && this.isNew(value as BaseReferenceObject)) cells += count;
    }
    if (cells > MOST_READ) throw beyond('read', name, cells, MOST_READ);
    return cells * READING;
  }

  private isNew(reference: BaseReferenceObject): boolean {
    const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
    const key = `${reference.getSheetId()} ${startRow} ${endRow} ${startColumn} ${endColumn}`;
    if (this.read.has(key)) return false;
    this.read.add(key);
    return true;
  }
}

const beyond = (what: string, name: string, found: number, most: number) =>
  new BeyondBudget(message(`recalc.beyond.${what}`, { name, found, most }));

const TOO_LONG = ErrorValueObject.create('#VALUE!' as ErrorType) as unknown as FunctionVariantType;

function isTooLong(value: ArgumentValue): boolean {
  const single = value && !value.isReferenceObject() ? singleOf(value as BaseValueObject) : null;
  return single?.isString() === true && String(single.getValue()).length > LONGEST_TEXT;
}

/** Joining a cell's text gives an array of one. */
function singleOf(value: BaseValueObject): BaseValueObject | null {
  if (!value.isArray()) return value;
  const array = value as unknown as ArrayValueObject;
  return array.getRowCount() === 1 && array.getColumnCount() === 1 ? array.getFirstCell() : null;
}
