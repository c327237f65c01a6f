import type { ChoiceSet } from '../case/vocabulary';
import type { Message } from '../message';
import type { CellErrorCode, CellValue } from '../workbook/cell';

/**
 * What a host hands a function for one argument: a single value or a block of cells, row by row.
 * `null` or `undefined` as the whole argument means that it was left out. A blank cell inside a block is `null` or `""`;
 * a host that knows a reference points to a blank cell hands over `[[null]]`, which an optional argument refuses too.
 */
export type Argument = CellValue | readonly (readonly CellValue[])[];

/** A KMC function's own error: the Excel error code it shows and the sentence behind it. */
export class FunctionError extends Error {
  constructor(
    readonly code: '#VALUE!' | '#N/A',
    readonly detail: Message,
  ) {
    super(detail.code);
    this.name = 'FunctionError';
  }
}

/** An error value found in an input cell, handed on as it is, with the sentence that says where it stood. */
export class PassedOnError extends Error {
  constructor(
    readonly code: CellErrorCode,
    readonly detail: Message,
  ) {
    super(detail.code);
    this.name = 'PassedOnError';
  }
}

export type ScalarResult = number | string | boolean;
/** A spilled table holds no `null`: Excel would show it as 0. Where there is nothing to say it holds `""`. */
export type FunctionResult = ScalarResult | readonly (readonly ScalarResult[])[];

/** What a cell of an argument must hold. */
export type ArgumentKind = 'number' | 'text' | 'unit' | 'choice' | 'period';

export interface ParameterSpec {
  /** Key of the parameter; its names and descriptions stand in `locales/<language>/functions.json`. */
  readonly name: string;
  /** In the order of a repeating group one entry each, otherwise one entry. */
  readonly kinds: readonly ArgumentKind[];
  /** The vocabulary of a `choice`. */
  readonly choices?: ChoiceSet;
  /**
   * As declared to Excel. `block` says whether several cells are meant: an optional single value is declared as a matrix
   * too, because only then Excel tells a blank cell from an argument left out.
   */
  readonly shape: 'scalar' | 'matrix';
  readonly block: boolean;
  readonly optional: boolean;
  /** The last parameter may repeat (`value2, unit2, …`). */
  readonly repeating: boolean;
}

export interface FunctionExample {
  /** With the leading `=`. */
  readonly formula: string;
  /** What it gives, as published in the help page and checked by a test. */
  readonly value: FunctionResult;
}

export interface FunctionSpec {
  /** `EMISSION`; in a sheet `KMC.EMISSION`. */
  readonly id: string;
  readonly parameters: readonly ParameterSpec[];
  readonly result: 'scalar' | 'matrix';
  readonly examples: readonly FunctionExample[];
  /** What the function's help text names from its own data. */
  readonly helpValues?: Message['params'];
  /** Pure and synchronous. @throws FunctionError, PassedOnError */
  readonly evaluate: (args: readonly (Argument | undefined)[]) => FunctionResult;
}
