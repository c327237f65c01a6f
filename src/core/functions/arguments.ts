import { parseFiscalYear } from '../case/fiscalYear';
import type { ChoiceSet } from '../case/vocabulary';
import { message, type Message, type Outcome } from '../message';
import { decimalOfDouble, type Decimal } from '../quantity/decimal';
import { parseNumber } from '../quantity/parseNumber';
import { parseUnit } from '../quantity/parseUnit';
import type { Unit } from '../quantity/unit';
import { isCellError, type CellValue } from '../workbook/cell';
import { choiceTexts, wordOf } from './choices';
import { FunctionError, PassedOnError, type Argument } from './types';

/** Which cell of which argument is being read. Rows and columns count from 1, as people count; absent for a single value. */
export interface Place {
  readonly functionId: string;
  readonly parameter: string;
  readonly row?: number;
  readonly column?: number;
  /** Which of the repeated values, from 1. */
  readonly repetition?: number;
}

export type ReadCell<T> = (cell: CellValue, at: Place) => T;

/** The argument's name, with row and column where it has several cells. */
export function placeName({ functionId, parameter, row, column, repetition }: Place): Message {
  const name = message(`functions.${functionId}.parameters.${parameter}.name`);
  if (repetition !== undefined) return message('functions.place.repetition', { name, repetition });
  if (row === undefined && column === undefined) return name;
  if (column === undefined) return message('functions.place.row', { name, row: row! });
  if (row === undefined) return message('functions.place.column', { name, column });
  return message('functions.place.cell', { name, row, column });
}

/** @throws FunctionError always: `functions.errors.<fault>`, naming the argument */
export function refuse(at: Place, fault: string, params: Message['params'] = {}): never {
  throw new FunctionError('#VALUE!', message(`functions.errors.${fault}`, { argument: placeName(at), ...params }));
}

const EXPECTED_NUMBER = message('functions.expected.number');

/** A number cell as the decimal of its shortest text. Blank, text, TRUE/FALSE and non-finite numbers are refused. */
export const readNumber: ReadCell<Decimal> = (cell, at) => {
  if (typeof cell === 'string' && cell !== '') {
    return refuse(at, parseNumber(cell).ok ? 'number-as-text' : 'text', { found: cell, expected: EXPECTED_NUMBER });
  }
  if (typeof cell !== 'number') return refuseOther(cell, at, EXPECTED_NUMBER);
  if (!Number.isFinite(cell)) return refuse(at, 'not-finite', { expected: EXPECTED_NUMBER });
  return decimalOfDouble(cell);
};

const textReader =
  (expected: Message): ReadCell<string> =>
  (cell, at) => {
    if (typeof cell === 'number') return refuse(at, 'number', { found: String(cell), expected });
    if (typeof cell !== 'string' || cell.trim() === '') return refuseOther(cell, at, expected);
    return cell;
  };

export const readText = textReader(message('functions.expected.text'));
const readUnitText = textReader(message('functions.expected.unit'));

/** A unit by its text; the refusal names the nearest known units. */
export const readUnit: ReadCell<Unit> = (cell, at) => accept(parseUnit(readUnitText(cell, at)), at);

/** A word of a closed vocabulary, given as the neutral word or in either language. */
export function choiceReader<W extends string>(set: ChoiceSet): ReadCell<W> {
  const expected = message('functions.expected.choice', { choices: choiceTexts(set) });
  const readChoiceText = textReader(expected);
  return (cell, at) => {
    const text = readChoiceText(cell, at);
    return (wordOf(set, text) ?? refuse(at, 'choice', { found: text, choices: choiceTexts(set) })) as W;
  };
}

/** A fiscal year, as a year number or a text such as 令和7年度. */
export const readPeriod: ReadCell<number> = (cell, at) => {
  if ((typeof cell !== 'number' && typeof cell !== 'string') || cell === '') {
    return refuseOther(cell, at, message('functions.expected.period'));
  }
  return accept(parseFiscalYear(cell), at);
};

/** The value of an outcome, or its sentence with the argument's name in front. */
export function accept<T>(outcome: Outcome<T>, at: Place): T {
  return outcome.ok ? outcome.value : refuse(at, 'because', { reason: outcome.message });
}

/** A blank, TRUE/FALSE or anything else that is neither a number nor a text. */
function refuseOther(cell: unknown, at: Place, expected: Message): never {
  if (cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '')) {
    return refuse(at, 'blank', { expected });
  }
  if (typeof cell === 'boolean') return refuse(at, 'boolean', { found: cell ? 'TRUE' : 'FALSE', expected });
  return refuse(at, 'object', { expected });
}

/** Cells of an argument, row by row. */
export interface Block<T> {
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly T[];
}

export const isBlock = (argument: Argument | undefined): argument is readonly (readonly CellValue[])[] =>
  Array.isArray(argument);

/** The one cell of an argument: a value, or a block of a single cell. */
export function singleCell(argument: Argument | undefined, at: Place): CellValue {
  if (!isBlock(argument)) return argument ?? null;
  const rows = argument.length;
  const columns = argument[0]?.length ?? 0;
  if (rows > 1 || columns > 1) return refuse(at, 'several-cells', { rows, columns });
  return argument[0]?.[0] ?? null;
}

/** Every cell of an argument through `read`; a single value is a block of one. */
export function readBlock<T>(argument: Argument | undefined, at: Place, read: ReadCell<T>): Block<T> {
  if (!isBlock(argument)) return { rows: 1, columns: 1, values: [read(argument ?? null, at)] };
  const { rows, columns } = sizeOf(argument);
  if (rows === 0 || columns === 0) return refuse(at, 'blank', { expected: message('functions.expected.cells') });
  const values: T[] = [];
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      values.push(read(argument[row]?.[column] ?? null, cellPlace(at, rows, columns, row, column)));
    }
  }
  return { rows, columns, values };
}

const sizeOf = (argument: readonly (readonly CellValue[])[]) => ({
  rows: argument.length,
  columns: argument.reduce((widest, row) => Math.max(widest, row.length), 0),
});

function cellPlace(at: Place, rows: number, columns: number, row: number, column: number): Place {
  const { functionId, parameter, repetition } = at;
  if (rows === 1 && columns === 1) return at;
  if (columns === 1) return { functionId, parameter, repetition, row: row + 1 };
  if (rows === 1) return { functionId, parameter, repetition, column: column + 1 };
  return { functionId, parameter, repetition, row: row + 1, column: column + 1 };
}

/** Place of the `index`-th value of a block, for faults that only the function itself can see. */
export function placeIn(block: Block<unknown>, index: number, at: Place): Place {
  return cellPlace(at, block.rows, block.columns, Math.floor(index / block.columns), index % block.columns);
}

/** @throws PassedOnError for the first error value in the arguments, in reading order */
export function passOnErrors(argument: Argument | undefined, at: Place): void {
  if (!isBlock(argument)) return passOn(argument, at);
  const { rows, columns } = sizeOf(argument);
  for (const [row, cells] of argument.entries()) {
    const column = cells.findIndex(isCellError);
    if (column >= 0) passOn(cells[column], cellPlace(at, rows, columns, row, column));
  }
}

function passOn(cell: CellValue | undefined, at: Place): void {
  if (!isCellError(cell)) return;
  throw new PassedOnError(
    cell.error,
    message('functions.errors.passed-on', { argument: placeName(at), error: cell.error }),
  );
}
