import { parseFiscalYear } from '../case/fiscalYear';
import { normaliseText } from '../quantity/normalise';

/** `2025年度(令和7年度)`, `令和7(2025)年度` */
const TWO_FORMS = /^(.+?)\((.+?)\)(年度)?$/;
const YEAR_BEFORE_FY = /^(\d{4})FY$/i;

/**
 * @param text a fiscal year as typed
 * @returns the calendar year in which it begins, where the text can mean no other; two forms of one year must agree
 */
export function periodMeant(text: string): number | null {
  const compact = normaliseText(text).replaceAll(' ', '');
  const swapped = YEAR_BEFORE_FY.exec(compact);
  const forms = swapped ? [`FY${swapped[1]!}`] : formsOf(compact);
  const years = forms.map((form) => {
    const year = parseFiscalYear(form);
    return year.ok ? year.value : null;
  });
  return years.every((year) => year === years[0]) ? (years[0] ?? null) : null;
}

function formsOf(text: string): readonly string[] {
  const match = TWO_FORMS.exec(text);
  if (!match) return [text];
  const end = match[3] ?? '';
  return [match[1]! + end, match[2]! + end];
}
