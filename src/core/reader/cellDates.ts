const DAY = 86_400_000;
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** 1 March 1900: before it the 1900 system counts a day that never was. */
const FIRST_SOUND_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
/** 1950 to 2099: what a bare number may be taken for when no date format says that it is a day. */
const PLAIN_SERIALS = { first: 18_264, last: 73_050 };

/** Quoted and escaped text, colours, conditions, currencies, padding and exponents say nothing about the kind of number. */
const SILENT = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|E[+-]/gi;

/** @param format number format code as a file stores it; @returns whether a cell shows its number as a date or a time */
export function isDateFormat(format: string): boolean {
  if (format === 'General' || format === '@') return false;
  return /[ymdhs]|\be{1,2}\b|g{1,3}e/i.test(format.replace(SILENT, '').replace(/general|G\/標準/gi, ''));
}

/**
 * @param serial Excel's day number
 * @param formatted whether the cell shows it as a date
 * @returns `YYYY-MM-DD`; `null` for a number that cannot be taken for a day
 */
export function dateOfSerial(serial: number, formatted: boolean, date1904: boolean): string | null {
  const { first, last } = formatted ? { first: date1904 ? 0 : FIRST_SOUND_SERIAL, last: LAST_SERIAL } : PLAIN_SERIALS;
  if (serial < first || serial >= last + 1) return null;
  if (!formatted && !Number.isInteger(serial)) return null;
  const epoch = date1904 ? EPOCH_1904 : EPOCH_1900;
  return new Date(epoch + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** @returns the text itself where it is a day of the calendar, `YYYY-MM-DD` */
export function isoDate(text: string): string | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (year < 1900) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? text : null;
}
