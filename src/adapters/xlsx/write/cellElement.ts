import type { CellPlan } from '../../../core/template/plan';
import { KmcError, message } from '../../../core/message';
import { cellAddress } from '../../../core/workbook/a1';
import type { CellError, CellErrorCode } from '../../../core/workbook/cell';
import type { SharedStrings } from './sharedStrings';
import { storedFormula } from './storedFormula';
import type { Styles } from './styles';
import { escapeText } from './xml';

/** What a cell's elements refer to, filled as cells are written. */
export interface Registers {
  readonly strings: SharedStrings;
  readonly styles: Styles;
  /** Stored names of the add-in functions in use. */
  readonly addinFunctions: Set<string>;
}

/** A cell of a new workbook. A formula whose value is not yet known is written without one: Excel then calculates it. */
export function cellElement(
  cell: CellPlan,
  isNumeric: boolean,
  { strings, styles, addinFunctions }: Registers,
): string {
  const { value, formula } = cell;
  const address = cellAddress(cell);
  const style = styles.index(cell.style, cell.numberFormat, isNumeric);
  const place = `r="${address}" s="${style}"`;
  if (formula !== null) {
    const stored = storedFormula(formula);
    stored.addinFunctions.forEach((name) => addinFunctions.add(name));
    const [type, content] = value === null ? ['', ''] : storedResult(value);
    const { dynamic } = stored;
    const attributes = dynamic ? ` t="array" ref="${address}"` : '';
    return `<c ${place}${type}${dynamic ? ' cm="1"' : ''}><f${attributes}>${escapeText(stored.text)}</f>${content}</c>`;
  }
  if (value === null) return `<c ${place}/>`;
  if (typeof value === 'string') return `<c ${place} t="s"><v>${strings.place(value)}</v></c>`;
  const [type, content] = storedResult(value);
  return `<c ${place}${type}>${content}</c>`;
}

/** Errors that every reader of the format knows (ECMA-376 part 1, 18.18.11 and Excel's `#GETTING_DATA`). */
const KNOWN_TO_THE_FORMAT: ReadonlySet<CellErrorCode> = new Set([
  '#N/A',
  '#VALUE!',
  '#REF!',
  '#DIV/0!',
  '#NUM!',
  '#NAME?',
  '#NULL!',
  '#GETTING_DATA',
]);

/**
 * @returns the `t` attribute and the `<v>` element of a result. Excel's later errors (`#SPILL!`, `#CALC!`, …) are stored
 * as `#VALUE!`, as Excel itself does for readers that do not know them: the error stays an error.
 * @throws KmcError for a number that is none
 */
export function storedResult(value: number | string | boolean | CellError): [type: string, element: string] {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new KmcError(message('xlsx.write.notFinite'));
    return ['', `<v>${value}</v>`];
  }
  if (typeof value === 'string') return [' t="str"', `<v>${escapeText(value)}</v>`];
  if (typeof value === 'boolean') return [' t="b"', `<v>${value ? 1 : 0}</v>`];
  return [' t="e"', `<v>${KNOWN_TO_THE_FORMAT.has(value.error) ? value.error : '#VALUE!'}</v>`];
}
