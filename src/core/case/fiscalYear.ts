import { failure, success, type Outcome } from '../message';
import { normaliseText } from '../quantity/normalise';

/** First calendar year of each era and its last year number; the era now running has no last year yet. */
const ERAS: readonly { readonly names: readonly string[]; readonly first: number; readonly years: number }[] = [
  { names: ['令和', '令', 'R'], first: 2019, years: 99 },
  { names: ['平成', '平', 'H'], first: 1989, years: 31 },
  { names: ['昭和', '昭', 'S'], first: 1926, years: 64 },
];

const EARLIEST = 1926;
const LATEST = 2117;

/**
 * The fiscal year (April to March) a period text names, as the calendar year in which it begins.
 * Read are `2025`, `2025年度`, `FY2025`, `令和7年度`, `令和元年度`, `令和7`, `R7`, `平成31年度`, `H31`, in full or half width.
 * `2025年` and `令和7年` are refused: a calendar year spans two fiscal years.
 * @param text a cell's text, or a number that is a year
 * @returns e.g. 2025 for 令和7年度; `functions.errors.fiscal-year` names what was found and the accepted forms
 */
export function parseFiscalYear(text: string | number): Outcome<number> {
  const compact = normaliseText(String(text)).replace(/\s+/g, '').toUpperCase();
  const year = westernYear(compact) ?? eraYear(compact);
  if (year === null || year < EARLIEST || year > LATEST)
    return failure('functions.errors.fiscal-year', { found: String(text) });
  return success(year);
}

function westernYear(text: string): number | null {
  const match = /^(?:FY)?(\d{4})$|^(\d{4})年度$/.exec(text);
  return match ? Number(match[1] ?? match[2]) : null;
}

function eraYear(text: string): number | null {
  const match = /^(令和|平成|昭和|[令平昭RHS])(元|\d{1,2})(?:年度)?$/.exec(text);
  const era = match && ERAS.find(({ names }) => names.includes(match[1]!));
  if (!era) return null;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  return year >= 1 && year <= era.years ? era.first + year - 1 : null;
}
