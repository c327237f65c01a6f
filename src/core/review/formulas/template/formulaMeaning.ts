import { isReference, isWhitespace, type Token } from '@borgar/fx/xlsx';
import { rememberByText } from '../../../memo';
import { fromStoredFormula } from '../../../workbook/formula';
import { formulaTokens } from '../../../workbook/formulaTokens';
import { sheetRangeAddress } from '../../../workbook/a1';
import type { CellRef } from '../../../workbook/cell';
import { precedents } from '../../../workbook/precedents';
import type { TableSnapshot } from '../../../workbook/snapshot';

/**
 * A formula as what it means in its cell: references as the cells they stand for, names and functions in one letter case, no white
 * space. `[@Amount]`, `KmcProduct[[#This Row],[Amount]]` and the cell's own address are one.
 * @param formula A1 or structured, without `=`, as a file stores or a host shows it
 */
export function formulaMeaning(formula: string, at: CellRef, tables: readonly TableSnapshot[]): string {
  return tokensOf(formula)
    .map((token) => {
      if (token.type === 'string') return token.value;
      const [read] = isReference(token) ? precedents(token.value, at, tables) : [];
      return read?.kind === 'range' ? sheetRangeAddress(read.range) : token.value.toUpperCase().replaceAll('$', '');
    })
    .join(' ')
    .replace(CALLED_CONSTANT, '$1');
}

/** Some programs write `FALSE()` where Excel writes `FALSE`. */
const CALLED_CONSTANT = /\b(TRUE|FALSE) \( \)/g;

/** A table repeats its formulas in every row. */
const tokensOf = rememberByText((formula): readonly Token[] =>
  formulaTokens(fromStoredFormula(formula)).filter((token) => !isWhitespace(token)),
);
