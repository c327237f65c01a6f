import { isReference, parseA1Ref, translateFormulaToR1C1, translateFormulaToA1 } from '@borgar/fx/xlsx';
import { rememberByText } from '../../memo';
import { cellAddress } from '../../workbook/a1';
import type { CellRef, RangeRef } from '../../workbook/cell';
import { formulaTokens } from '../../workbook/formulaTokens';
import { plannedPrecedents, precedents, type OwnRow, type Precedent } from '../../workbook/precedents';
import type { NameSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';

/** Why it cannot be told what a formula reads: another workbook, a reference made while calculating, a name nobody defined. */
export type UntoldReason = 'external' | 'unresolved' | 'name';

/** What a formula reads, names followed to the cells they stand for. */
export interface Reads {
  readonly ranges: readonly RangeRef[];
  readonly names: readonly NameSnapshot[];
  readonly untold: readonly { readonly text: string; readonly reason: UntoldReason }[];
}

/** @returns what tells of a formula at a cell of the workbook what it reads, every name replaced by what its definition reads there */
export function formulaReader(snapshot: WorkbookSnapshot): (formula: string, at: CellRef) => Reads {
  const names = namesByText(snapshot.names);
  const spelled = spelling(snapshot.sheets);
  const known = new Map(snapshot.sheets.map(({ name }) => [name, new Map<string, FormulaReading>()]));
  return (formula, at) => {
    const ofSheet = known.get(at.sheet);
    let reading = ofSheet?.get(formula);
    if (!reading) {
      reading = new FormulaReading(snapshot, names, spelled, at);
      reading.follow(formula);
      if (reading.isForEveryCell) ofSheet?.set(formula, reading);
    }
    return reading.at(at);
  };
}

type Names = ReadonlyMap<string, readonly NameSnapshot[]>;

/** What a formula reads, told of one cell, and of every other cell of the sheet as well unless something in it moves with its place. */
class FormulaReading {
  isForEveryCell = true;
  private readonly parts: (RangeRef | OwnRow)[] = [];
  private names: readonly NameSnapshot[] = NONE;
  private untold: Reads['untold'] = NONE;
  private told: Reads | null = null;

  constructor(
    private readonly snapshot: WorkbookSnapshot,
    private readonly known: Names,
    private readonly spelled: (range: RangeRef) => RangeRef,
    private readonly first: CellRef,
  ) {}

  at(cell: CellRef): Reads {
    if (this.parts.some(isOwnRow)) return this.inRow(cell.row);
    return (this.told ??= { ranges: this.parts as readonly RangeRef[], names: this.names, untold: this.untold });
  }

  private inRow(row: number): Reads {
    const ranges: RangeRef[] = [];
    let untold = this.untold;
    for (const part of this.parts)
      if (!isOwnRow(part)) ranges.push(part);
      else if (row < part.first || row > part.last) untold = [...untold, { text: part.text, reason: 'unresolved' }];
      else ranges.push({ sheet: part.sheet, top: row, bottom: row, left: part.left, right: part.right });
    return { ranges, names: this.names, untold };
  }

  follow(text: string): void {
    const { parts, isForEveryCell } = plannedPrecedents(text, this.first, this.snapshot.tables);
    this.isForEveryCell &&= isForEveryCell;
    for (const part of parts) this.add(part);
  }

  private add(part: Precedent | OwnRow): void {
    if (part.kind === 'own-row') this.parts.push(part);
    else if (part.kind === 'range') this.parts.push(this.spelled(part.range));
    else if (part.kind === 'name') this.addName(part.name, part.sheet);
    else if (part.kind === 'unresolved') this.addUnresolved(part.text);
    else this.untold = [...this.untold, { text: part.text, reason: 'external' }];
  }

  private addUnresolved(text: string): void {
    const ranges = acrossSheets(text, this.snapshot);
    if (ranges) this.parts.push(...ranges);
    else this.untold = [...this.untold, { text, reason: 'unresolved' }];
  }

  private addName(text: string, sheet: string | null): void {
    const name = definition(this.known.get(text.toLowerCase()) ?? [], sheet ?? this.first.sheet);
    if (!name) this.untold = [...this.untold, { text, reason: 'name' }];
    else if (!this.names.includes(name)) {
      this.names = [...this.names, name];
      this.isForEveryCell &&= !isRelative(name.formula);
      this.follow(asReadAt(name.formula, this.first));
    }
  }
}

const isOwnRow = (part: RangeRef | OwnRow): part is OwnRow => 'kind' in part;

const NONE: readonly never[] = [];

/** @returns the names in lower case, each with all that are called so */
export function namesByText(names: readonly NameSnapshot[]): Names {
  const byText = new Map<string, NameSnapshot[]>();
  for (const name of names) {
    const text = name.name.toLowerCase();
    byText.set(text, [...(byText.get(text) ?? []), name]);
  }
  return byText;
}

/** A sheet in the spelling of the workbook: formulas may write it in other letters. */
function spelling(sheets: WorkbookSnapshot['sheets']): (range: RangeRef) => RangeRef {
  const exact = new Set(sheets.map(({ name }) => name));
  const byText = new Map(sheets.map(({ name }) => [name.toLowerCase(), name]));
  return (range) => {
    const name = exact.has(range.sheet) ? range.sheet : byText.get(range.sheet.toLowerCase());
    return name === undefined || name === range.sheet ? range : { ...range, sheet: name };
  };
}

/** A sheet's own name hides the workbook's. */
export function definition(called: readonly NameSnapshot[], sheet: string): NameSnapshot | undefined {
  const local = called.find((name) => name.sheet?.toLowerCase() === sheet.toLowerCase());
  return local ?? called.find((name) => name.sheet === null);
}

/** `Q1:Q4!B2`: the same block on every sheet from one to the other. */
function acrossSheets(text: string, { sheets }: WorkbookSnapshot): readonly RangeRef[] | null {
  const reference = parseA1Ref(text);
  if (!reference || !('range' in reference) || reference.workbookName || !reference.sheetName?.includes(':'))
    return null;
  const ends = reference.sheetName
    .split(':')
    .map((end) => sheets.findIndex(({ name }) => name.toLowerCase() === end.toLowerCase()));
  const [block] = precedents(text.slice(text.lastIndexOf('!') + 1), { sheet: '', row: 0, column: 0 }, []);
  if (ends.includes(-1) || block?.kind !== 'range') return null;
  return sheets.slice(Math.min(...ends), Math.max(...ends) + 1).map(({ name }) => ({ ...block.range, sheet: name }));
}

/** A definition without `$` is written as seen from A1 and moves with the cell that uses it. */
function asReadAt(formula: string, at: CellRef): string {
  return isRelative(formula) ? translateFormulaToA1(translateFormulaToR1C1(formula, 'A1'), cellAddress(at)) : formula;
}

const isRelative = rememberByText((formula) =>
  formulaTokens(formula).some((token) => {
    if (!isReference(token) || token.type !== 'range') return false;
    const reference = parseA1Ref(token.value);
    if (!reference || !('range' in reference)) return false;
    const { top, left, bottom, right, $top, $left, $bottom, $right } = reference.range;
    const moves = (edge: number | null | undefined, fixed: boolean | null | undefined): boolean =>
      edge != null && !fixed;
    return moves(top, $top) || moves(left, $left) || moves(bottom, $bottom) || moves(right, $right);
  }),
);
