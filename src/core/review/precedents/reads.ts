import { isReference, parseA1Ref, translateFormulaToR1C1, translateFormulaToA1 } from '@borgar/fx/xlsx';
import { rememberByText } from '../../memo';
import { cellAddress } from '../../workbook/a1';
import type { CellRef, RangeRef } from '../../workbook/cell';
import { formulaTokens } from '../../workbook/formulaTokens';
import { precedents, type Precedent } from '../../workbook/precedents';
import type { NameSnapshot, WorkbookSnapshot } from '../../workbook/snapshot';

/** Why it cannot be told what a formula reads: another workbook, a reference made while calculating, a name nobody defined. */
export type UntoldReason = 'external' | 'unresolved' | 'name';

/** What a formula reads, names followed to the cells they stand for. */
export interface Reads {
  readonly ranges: readonly RangeRef[];
  readonly names: readonly NameSnapshot[];
  readonly untold: readonly { readonly text: string; readonly reason: UntoldReason }[];
}

/** @returns what a formula at a cell reads, every name replaced by what its definition reads there */
export function readsOf(formula: string, at: CellRef, snapshot: WorkbookSnapshot): Reads {
  const found = { ranges: [] as RangeRef[], names: [] as NameSnapshot[], untold: [] as Reads['untold'][number][] };
  const follow = (text: string): void => {
    for (const precedent of precedents(text, at, snapshot.tables)) add(precedent);
  };
  const add = (precedent: Precedent): void => {
    if (precedent.kind === 'range') found.ranges.push(inBook(precedent.range, snapshot));
    else if (precedent.kind === 'name') addName(precedent.name, precedent.sheet);
    else if (precedent.kind === 'unresolved') addUnresolved(precedent.text);
    else found.untold.push({ text: precedent.text, reason: 'external' });
  };
  const addUnresolved = (text: string): void => {
    const ranges = acrossSheets(text, snapshot);
    if (ranges) found.ranges.push(...ranges);
    else found.untold.push({ text, reason: 'unresolved' });
  };
  const addName = (text: string, sheet: string | null): void => {
    const name = definition(text, sheet ?? at.sheet, snapshot.names);
    if (!name) found.untold.push({ text, reason: 'name' });
    else if (!found.names.includes(name)) {
      found.names.push(name);
      follow(asReadAt(name.formula, at));
    }
  };
  follow(formula);
  return found;
}

/** A sheet in the spelling of the workbook: formulas may write it in other letters. */
function inBook(range: RangeRef, { sheets }: WorkbookSnapshot): RangeRef {
  const wanted = range.sheet.toLowerCase();
  const sheet =
    sheets.find(({ name }) => name === range.sheet) ?? sheets.find(({ name }) => name.toLowerCase() === wanted);
  return sheet && sheet.name !== range.sheet ? { ...range, sheet: sheet.name } : range;
}

/** A sheet's own name hides the workbook's. */
function definition(text: string, sheet: string, names: readonly NameSnapshot[]): NameSnapshot | undefined {
  const called = names.filter(({ name }) => name.toLowerCase() === text.toLowerCase());
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
