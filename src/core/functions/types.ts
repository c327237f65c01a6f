import type { Message } from '../message';
import type { CellError, CellValue } from '../workbook/cell';

/** What a host hands a function: one cell, a block of cells, or `null` for an omitted argument (and for a blank cell). */
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

/** An error value found in an input cell, handed on as it is. */
export class PassedOnError extends Error {
  constructor(readonly value: CellError) {
    super(value.error);
    this.name = 'PassedOnError';
  }
}

export type ScalarResult = number | string | boolean;
export type FunctionResult = ScalarResult | readonly (readonly (ScalarResult | null)[])[];

export interface ParameterSpec {
  /** As Excel shows it in English; its Japanese name and both descriptions stand in `locales/<language>/functions.json`. */
  readonly name: string;
  readonly shape: 'scalar' | 'matrix';
  readonly optional: boolean;
  /** The last parameters repeat as a group (`value2, unit2, …`). */
  readonly repeating?: boolean;
}

export interface FunctionExample {
  /** With the leading `=`. */
  readonly formula: string;
  /** What it gives, as published in the help page and checked by a test. */
  readonly value: ScalarResult | readonly (readonly (ScalarResult | null)[])[];
}

export interface FunctionSpec {
  /** `EMISSION`; in a sheet `KMC.EMISSION`. */
  readonly id: string;
  readonly parameters: readonly ParameterSpec[];
  readonly result: 'scalar' | 'matrix';
  readonly examples: readonly FunctionExample[];
  /** Pure and synchronous. @throws FunctionError, PassedOnError */
  readonly evaluate: (args: readonly (Argument | undefined)[]) => FunctionResult;
}
