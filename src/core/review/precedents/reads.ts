import { isReference, parseA1Ref, translateFormulaToR1C1, translateFormulaToA1 } from '@borgar/fx/xlsx';
import { rememberByText } from '../../memo';
import { cellAddress } from '../../workbook/a1';
import type { CellRef, RangeRef } from '../../workbook/cell';
import { formulaTokens } from '../../workbook/formulaTokens';
import { distinctPrecedents, precedents, type Precedent } from '../../workbook/precedents';
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
  return (formula, at) => {
    const reading = new FormulaReading(snapshot, names, spelled, at);
    reading.follow(formula);
    return reading;
  };
}

type Names = ReadonlyMap<string, readonly NameSnapshot[]>;

class FormulaReading implements Reads {
  readonly ranges: RangeRef[] = [];
  names: readonly NameSnapshot[] = NONE;
  untold: Reads['untold'] = NONE;

  constructor(
    private readonly snapshot: WorkbookSnapshot,
    private readonly known: Names,
    private readonly spelled: (range: RangeRef) => RangeRef,
    private readonly at: CellRef,
  ) {}

  follow(text: string): void {
    for (const precedent of distinctPrecedents(text, this.at, this.snapshot.tables)) this.add(precedent);
  }

  private add(precedent: Precedent): void {
    if (precedent.kind === 'range') this.ranges.push(this.spelled(precedent.range));
    else if (precedent.kind === 'name') this.addName(precedent.name, precedent.sheet);
    else if (precedent.kind === 'unresolved') this.addUnresolved(precedent.text);
    else this.untold = [...this.untold, { text: precedent.text, reason: 'external' }];
  }

  private addUnresolved(text: string): void {
    const ranges = acrossSheets(text, this.snapshot);
    if (ranges) this.ranges.push(...ranges);
    else this.untold = [...this.untold, { text, reason: 'unresolved' }];
  }

  private addName(text: string, sheet: string | null): void {
    const name = definition(this.known.get(text.toLowerCase()) ?? [], sheet ?? this.at.sheet);
    if (!name) this.untold = [...this.untold, { text, reason: 'name' }];
    else if (!this.names.includes(name)) {
      this.names = [...this.names, name];
      this.follow(asReadAt(name.formula, this.at));
    }
  }
}

const NONE: readonly never[] = [];

function namesByText(names: readonly NameSnapshot[]): Names {
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
function definition(called: readonly NameSnapshot[], sheet: string): NameSnapshot | undefined {
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
