import { parseStructRef, stringifyA1Ref, type Token } from '@borgar/fx/xlsx';
import { failure, success, type Outcome } from '../../core/message';
import type { CellRef, RangeRef } from '../../core/workbook/cell';
import { formulaTokens } from '../../core/workbook/formulaTokens';
import { localNamePositions } from '../../core/workbook/localNames';
import { findTable, tableRange, type Tables } from './tableReference';

/**
 * Rewrites every structured reference as an A1 reference, with the sheet's name where the table is on another sheet. All of it is
 * absolute but the row of `#This Row`, which goes along when the grid copies, fills or moves the formula.
 * The engine never sees structured references: its own went wrong when rows were inserted.
 *
 * @param formula A1 formula without `=`
 * @param at the cell the formula stands in
 * @returns the formula; or, if any reference in it cannot be resolved (Excel would show `#REF!`), which one and why
 */
export function toA1(formula: string, at: CellRef, tables: Tables): Outcome<string> {
  const parts: string[] = [];
  const tokens = formulaTokens(formula);
  const local = localNamePositions(tokens);
  for (const [position, token] of tokens.entries()) {
    if (isBroken(token)) return failure('recalc.reference.unreadable', { reference: token.value });
    const reference = local.has(position) ? null : structuredText(token, at, tables);
    const range = reference === null ? null : tableRange(reference, at, tables);
    if (range && !range.ok) return range;
    parts.push(range ? a1Text(range.value, at, isOwnRow(reference!)) : token.value);
  }
  return success(parts.join(''));
}

/** A piece of a reference that the tokeniser could not read as a whole (`]` beside other punctuation in a header, broken text). */
function isBroken({ type, value }: Token): boolean {
  return type === 'unknown' || (type === 'context' && value.startsWith('['));
}

/** @param token no name that the formula itself declares; @returns the token's structured reference (`T` alone means `T[]`), `null` for every other token */
export function structuredText(token: Token, at: CellRef, tables: Tables): string | null {
  if (token.type === 'structured') return token.value;
  const isTable = token.type === 'range_named' && findTable(token.value, at, tables) !== null;
  return isTable ? `${token.value}[]` : null;
}

/** @returns whether a structured reference names the formula's own row */
export function isOwnRow(reference: string): boolean {
  return parseStructRef(reference)?.sections?.includes('this row') ?? false;
}

/** @returns `$B$2:$B$9`, `Sheet1!$B$2`; with a free row `$B2:$D2` */
function a1Text({ sheet, top, left, bottom, right }: RangeRef, at: CellRef, freeRow: boolean): string {
  const fixed = { $top: !freeRow, $left: true, $bottom: !freeRow, $right: true };
  return stringifyA1Ref({ sheetName: sheet === at.sheet ? '' : sheet, range: { top, left, bottom, right, ...fixed } });
}
