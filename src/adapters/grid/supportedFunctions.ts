import { message, type Message } from '../../core/message';

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Functions whose results stand beside Excel's in a table of the tests. */
export const SUPPORTED: ReadonlySet<string> = list(`
  ABS AND AVERAGE AVERAGEIF AVERAGEIFS CEILING CHOOSE COLUMN COLUMNS CONCAT CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS
  DATE DAY DAYS EDATE EOMONTH EXACT EXP FALSE FIND FLOOR GEOMEAN HLOOKUP IF IFERROR IFNA IFS INDEX INT ISBLANK ISERR ISERROR
  ISLOGICAL ISNA ISNONTEXT ISNUMBER ISTEXT LARGE LEFT LEN LET LN LOG LOG10 LOWER MATCH MAX MAXIFS MEDIAN MID MIN MINIFS MOD
  MONTH MROUND N NA NOT NPV OR PERCENTILE PERCENTILE.INC PI PMT POWER PRODUCT QUARTILE QUARTILE.INC RANK RANK.EQ REPT RIGHT
  ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SEQUENCE SIGN SMALL SQRT STDEV STDEV.P STDEV.S STDEVP SUBSTITUTE SUM SUMIF SUMIFS
  SUMPRODUCT SUMSQ TEXT TEXTJOIN TRANSPOSE TRIM TRUE TRUNC UPPER VALUE VAR VAR.P VAR.S VARP VLOOKUP WEEKDAY XLOOKUP XOR YEAR
`);

/** Another value at every calculation: Excel's last one is kept. */
const UNSTEADY = list('NOW TODAY RAND RANDBETWEEN RANDARRAY');

/** The engine counts days from 1900 only. */
export const DATE_FUNCTIONS = list('DATE DAY MONTH YEAR EDATE EOMONTH WEEKDAY');

/** Which cells these read is known only while they are calculated. */
const FREE_READING = list('INDIRECT OFFSET CELL INFO');

/** With these the engine, which cuts `A:A` to the used rows, gives what Excel gives for all rows. */
export const WHOLE_COLUMN_FUNCTIONS = list(
  'SUM SUMIF SUMIFS AVERAGE AVERAGEIF AVERAGEIFS COUNT COUNTA MAX MIN MEDIAN LARGE SMALL PRODUCT SUMSQ MATCH INDEX VLOOKUP HLOOKUP COLUMN',
);

export interface RefusedFunction {
  readonly reason: Message;
  readonly readsAnything: boolean;
}

/** @param name in upper case, no function of the add-in; @returns `null` for a function the engine can be trusted with */
export function refusedFunction(name: string): RefusedFunction | null {
  if (SUPPORTED.has(name)) return null;
  const code = UNSTEADY.has(name) ? 'unsteady-function' : FREE_READING.has(name) ? 'free-reading-function' : 'function';
  return { reason: message(`recalc.unsupported.${code}`, { name }), readsAnything: FREE_READING.has(name) };
}
