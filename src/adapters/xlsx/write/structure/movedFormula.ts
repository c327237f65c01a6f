import { parseA1Ref, stringifyA1Ref } from '@borgar/fx/xlsx';
import { formulaTokens } from '../../../../core/workbook/formulaTokens';
import type { RowMap } from './rowMap';

/** By sheet name in lower case. */
export type RowMaps = ReadonlyMap<string, RowMap>;

/**
 * A formula whose references follow the rows. Structured references need no change; references to other workbooks get none.
 * @param formula A1 without `=`, as a file stores it
 * @param sheet the sheet it stands on: for references without a sheet
 */
export function movedFormula(formula: string, sheet: string, maps: RowMaps): string {
  if (![...maps.keys()].some((name) => name === sheet.toLowerCase() || formula.toLowerCase().includes(name)))
    return formula;
  return formulaTokens(formula)
    .map(({ type, value }) => (type === 'range' || type === 'range_beam' ? movedReference(value, sheet, maps) : value))
    .join('');
}

function movedReference(text: string, sheet: string, maps: RowMaps): string {
  const reference = parseA1Ref(text);
  if (!reference || !('range' in reference) || reference.workbookName) return text;
  const map = maps.get((reference.sheetName || sheet).toLowerCase());
  const { top, bottom } = reference.range;
  if (!map || top == null || bottom == null) return text;
  const rows = map.range(top, bottom);
  if (!rows) return '#REF!';
  if (rows.top === top && rows.bottom === bottom) return text;
  return stringifyA1Ref({ ...reference, range: { ...reference.range, ...rows } });
}
