/** `Excel.WorksheetProtection` and `Excel.WorkbookProtection`. */
export class ExcelProtection {
  static readonly scalars = ['protected'];
  constructor(private readonly isProtected: boolean) {}

  get protected(): boolean {
    return this.isProtected;
  }
}

/** `Excel.FormatProtection` of a block. */
export class ExcelLock {
  static readonly scalars = ['locked'];
  constructor(readonly locked: boolean | null) {}
}
