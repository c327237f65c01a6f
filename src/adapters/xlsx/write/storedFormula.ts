import { isFunction } from '@borgar/fx/xlsx';
import { rememberByText } from '../../../core/memo';
import { toStoredFormula } from '../../../core/workbook/formula';
import { formulaTokens } from '../../../core/workbook/formulaTokens';
import { NAMESPACE } from './addinIdentity';

/** A formula in the words a file uses. */
export interface StoredFormula {
  readonly text: string;
  /** Stored names of the add-in functions it calls, `_xldudf_KMC_EMISSION`. */
  readonly addinFunctions: readonly string[];
  /** Its result may take several cells: Excel stores it as a dynamic array, or it would show one cell of the result only. */
  readonly dynamic: boolean;
}

const ADDIN_FUNCTION = new RegExp(`^_xldudf_${NAMESPACE}_`);

/** Excel's own functions whose result is an array whatever their arguments are. */
const GIVES_ARRAY =
  /^_xlfn\.(_xlws\.)?(ANCHORARRAY|BYCOL|BYROW|CHOOSECOLS|CHOOSEROWS|DROP|EXPAND|FILTER|HSTACK|MAKEARRAY|MAP|RANDARRAY|SCAN|SEQUENCE|SORT|SORTBY|TAKE|TEXTSPLIT|TOCOL|TOROW|UNIQUE|VSTACK|WRAPCOLS|WRAPROWS|XLOOKUP)$/;

/** @param formula without `=`, add-in functions as `KMC.X` in any letter case */
export function storedFormula(formula: string): StoredFormula {
  return translated(formula);
}

const translated = rememberByText((formula): StoredFormula => {
  const text = toStoredFormula(formula);
  if (!text.includes('_xl')) return { text, addinFunctions: [], dynamic: false };
  const names = formulaTokens(text)
    .filter(isFunction)
    .map((token) => token.value);
  const addinFunctions = [...new Set(names.filter((name) => ADDIN_FUNCTION.test(name)))];
  return { text, addinFunctions, dynamic: addinFunctions.length > 0 || names.some((name) => GIVES_ARRAY.test(name)) };
});
