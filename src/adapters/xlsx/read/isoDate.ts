const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?)?$/;
const MILLISECONDS_OF_DAY = 86_400_000;
const SECONDS_OF_DAY = 86_400;
/** Day 0 of the two date systems. Excel's first counts a 29 February 1900 that never was: right from March 1900 on. */
const DAY_0 = Date.UTC(1899, 11, 30);
const DAY_0_OF_1904 = Date.UTC(1904, 0, 1);

/**
 * @param text date or date and time as a cell of type `d` holds it
 * @returns Excel's serial number (days), `undefined` for what is no date
 */
export function serialOfIsoDate(text: string, date1904: boolean): number | undefined {
  const match = ISO.exec(text.trim());
  if (!match) return undefined;
  const [year, month, day, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  const date = Date.UTC(year!, month! - 1, day);
  if (new Date(date).getUTCMonth() !== month! - 1) return undefined;
  const days = (date - (date1904 ? DAY_0_OF_1904 : DAY_0)) / MILLISECONDS_OF_DAY;
  return days + (hours! * 3600 + minutes! * 60 + seconds!) / SECONDS_OF_DAY;
}
