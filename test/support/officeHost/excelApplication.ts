/** `Excel.Application`. */
export class ExcelApplication {
  static readonly scalars = ['calculationMode', 'calculationState'];
  calculationState = 'Done';
  constructor(readonly calculationMode: string) {}
}

/** `Excel.Functions`: of the sheet functions only the one that tells the date system. */
export class ExcelFunctions {
  static readonly scalars: readonly string[] = [];
  constructor(private readonly date1904: boolean) {}

  year(serial: number): FunctionResult {
    const dayZero = Date.UTC(this.date1904 ? 1904 : 1900, 0, this.date1904 ? 1 : 0);
    // Excel calls the day before 1 January 1900 the 0th of January 1900.
    return new FunctionResult(
      serial === 0 && !this.date1904 ? 1900 : new Date(dayZero + serial * 86_400_000).getUTCFullYear(),
    );
  }
}

class FunctionResult {
  static readonly scalars = ['value', 'error'];
  readonly error = '';
  constructor(readonly value: number) {}
}
