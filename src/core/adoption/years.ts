import { parseFiscalYear } from '../case/fiscalYear';

/** @returns the year a text names, of a fiscal year the one in which it begins; `null` for anything else */
export function yearOf(text: string): number | null {
  const fiscal = parseFiscalYear(text);
  return fiscal.ok ? fiscal.value : calendarYear(text);
}

/** First calendar year of each era. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2019, 平成: 1989, 昭和: 1926 };

/** 2023 for `2023年` and `令和5年`, in full or half width. */
function calendarYear(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/\s+/g, '');
  const western = /^(\d{4})年?$/.exec(plain);
  if (western) return Number(western[1]);
  const era = /^(令和|平成|昭和)(元|\d{1,2})年?$/.exec(plain);
  return era ? ERAS[era[1]!]! + (era[2] === '元' ? 1 : Number(era[2])) - 1 : null;
}
