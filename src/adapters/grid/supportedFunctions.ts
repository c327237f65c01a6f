import { message, type Message } from '../../core/message';

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split(/\s+/));

/** Functions whose results were compared with Excel's, each with blanks, texts and errors among its arguments. */
const SUPPORTED = list(`
  ABS AND AVERAGE AVERAGEIF AVERAGEIFS CHOOSE COLUMN COLUMNS CONCAT CONCATENATE COUNT COUNTA COUNTBLANK COUNTIF COUNTIFS
  DATE DAY EDATE EOMONTH EXACT EXP FALSE FIND HLOOKUP IF IFERROR IFNA IFS INDEX INT ISBLANK ISERR ISERROR ISLOGICAL ISNA
  ISNONTEXT ISNUMBER ISTEXT LARGE LEFT LEN LN LOG LOG10 LOWER MATCH MAX MEDIAN MID MIN MOD MONTH NA NOT OR PI POWER PRODUCT
  REPT RIGHT ROUND ROUNDDOWN ROUNDUP ROW ROWS SEARCH SEQUENCE SIGN SMALL SQRT SUBSTITUTE SUM SUMIF SUMIFS SUMPRODUCT SUMSQ TEXT
  TEXTJOIN TRANSPOSE TRIM TRUE TRUNC UPPER VALUE VLOOKUP XOR YEAR
`);

/** Another value at every calculation: Excel's last one is kept. */
const UNSTEADY = list('NOW TODAY RAND RANDBETWEEN RANDARRAY');

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
