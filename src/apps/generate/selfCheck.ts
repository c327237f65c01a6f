import { parseFormula, type Expression } from '../../core/functions/formula';
import { FUNCTIONS } from '../../core/functions/registry';
import type { CellPlan, CellStyle, WorkbookPlan } from '../../core/template/plan';

/** A row of `test/functions/expected-values.json`. */
export interface ExpectedValue {
  readonly formula: string;
  readonly value?: unknown;
  readonly error?: string;
  readonly messageCode?: string;
  readonly source: string;
}

/** Errors a function gives in a cell, with what tells them apart in a formula of every spreadsheet: `#N/A` from the others. */
const TEST_OF: Readonly<Record<string, string>> = {
  '#DIV/0!': 'ISERR',
  '#VALUE!': 'ISERR',
  '#NUM!': 'ISERR',
  '#N/A': 'ISNA',
};
const HEADERS = ['KMC', 'Function 関数', 'Expected 正しい値', 'Excel', 'Row of the value 値の出典'];
const WIDTHS = [8, 70, 24, 24, 70];
const FIRST = 5;
/** Where a function is called that never refuses: an error of an absent add-in is no error of a function. */
const VERSION = '$D$3';
/** Coloured by the format itself: beside add-in functions a conditional format can make Office LTSC 2021 close. */
const VERDICT = '[Color10]"OK";;[Red]"NG"';

/**
 * A workbook that checks an installed add-in: each row calls a function and compares it with the value of the shared table. Without the
 * add-in every row says NG. Numbers may differ by 1e-12 of their size, the last bits of a double.
 * @param expected values with their sources, none of them the add-in's own output
 */
export function planSelfCheck(expected: readonly ExpectedValue[]): WorkbookPlan {
  const checks = expected.filter(isCellFormula).flatMap(checksOf);
  const bottom = FIRST + checks.length - 1;
  const cells: CellPlan[] = [
    text(0, 0, 'KMC', 'title'),
    text(1, 0, 'Every row must say OK. すべての行が「OK」になれば、KMC は正しく動いています。', 'subtitle'),
    formula(2, 0, `IF(SUM(A${FIRST + 1}:A${bottom + 1})=${checks.length},1,0)`, VERDICT),
    formula(2, 1, `SUM(A${FIRST + 1}:A${bottom + 1})&" / ${checks.length} OK"`, null),
    formula(2, 3, 'KMC.VERSION()', null),
    ...HEADERS.map((header, column) => text(FIRST - 1, column, header, 'header')),
    ...checks.flatMap((check, index) => rowOf(check, FIRST + index)),
  ];
  return { language: 'en', title: 'KMC', names: [], sheets: [{ ...SHEET, cells }] };
}

const SHEET = {
  key: 'check',
  name: 'KMC',
  tables: [],
  validations: [],
  columnWidths: WIDTHS,
  merges: [],
  freeze: { rows: FIRST, columns: 0 },
  page: { orientation: 'landscape', printArea: null, repeatRows: null, fitToWidth: true, fitToHeight: false },
  tabColour: null,
} as const;

interface Check {
  readonly call: string;
  /** The call, or one cell of what it spills. */
  readonly formula: string;
  readonly wanted: number | string | boolean;
  readonly isError: boolean;
  readonly source: string;
}

function checksOf({ formula: text, value, error, source }: ExpectedValue): Check[] {
  // As Excel writes the name once it knows the function.
  const call = text.slice(1).replace(/\bkmc\.\w+/gi, (name) => name.toUpperCase());
  const check = (wanted: unknown, part = call): Check => {
    const isPlain = typeof wanted === 'number' || typeof wanted === 'string' || typeof wanted === 'boolean';
    if (!isPlain) throw new RangeError(`${text} is expected to give ${JSON.stringify(wanted)}`);
    return { call, formula: part, wanted, isError: error !== undefined, source };
  };
  if (error !== undefined) return [check(error)];
  if (!Array.isArray(value)) return [check(value)];
  const rows = value as unknown[][];
  const cellsOf = (row: unknown[], r: number) =>
    row.map((wanted, c) => check(wanted, `INDEX(${call},${r + 1},${c + 1})`));
  // An empty text and a blank cell look alike in Excel, and say nothing.
  return rows.flatMap(cellsOf).filter(({ wanted }) => wanted !== '');
}

function rowOf({ call, formula: live, wanted, isError, source }: Check, row: number): CellPlan[] {
  const [expected, found] = [`C${row + 1}`, `D${row + 1}`];
  return [
    formula(row, 0, verdict(wanted, isError, expected, found), VERDICT),
    text(row, 1, call, 'note'),
    text(row, 2, wanted, 'input'),
    formula(row, 3, live, null),
    text(row, 4, source, 'note'),
  ];
}

function verdict(wanted: unknown, isError: boolean, expected: string, found: string): string {
  if (isError) return `IF(AND(ISTEXT(${VERSION}),${TEST_OF[String(wanted)]}(${found})),1,0)`;
  const alike =
    typeof wanted === 'number'
      ? `AND(ISNUMBER(${found}),ABS(${found}-${expected})<=ABS(${expected})*1E-12)`
      : `EXACT(${found},${expected})`;
  return `IF(ISERROR(${found}),0,IF(${alike},1,0))`;
}

const text = (row: number, column: number, value: number | string | boolean, style: CellStyle): CellPlan => ({
  row,
  column,
  value,
  formula: null,
  style,
  numberFormat: null,
});

const formula = (row: number, column: number, said: string, numberFormat: string | null): CellPlan => ({
  row,
  column,
  value: null,
  formula: said,
  style: 'computed',
  numberFormat,
});

/** Faults that Excel finds before it calls a function, and numbers below what its cells hold. */
const NOT_CALLED = ['formula-syntax', 'unknown-function', 'not-evaluated-here', 'too-many-arguments'];

function isCellFormula({ formula: said, error, messageCode, value }: ExpectedValue): boolean {
  if (!said.startsWith('=') || NOT_CALLED.includes(messageCode?.split('.').at(-1) ?? '')) return false;
  if (error !== undefined && TEST_OF[error] === undefined) return false;
  if (value === undefined && error === undefined) return false;
  const expression = parseFormula(said);
  return isEnterable(expression) && !/\b5E-324\b/.test(said);
}

/** No blank in an array constant, and every argument that Excel demands. */
function isEnterable(expression: Expression | null): boolean {
  if (expression?.kind === 'array') return !expression.rows.flat().includes(null);
  if (expression?.kind !== 'call') return true;
  const demanded = FUNCTIONS.find(({ id }) => `KMC.${id}` === `KMC.${functionId(expression)}`)?.parameters ?? [];
  const least = demanded.filter(({ optional, repeating }) => !optional && !repeating).length;
  return expression.args.length >= least && expression.args.every(isEnterable);
}

const functionId = (call: Extract<Expression, { kind: 'call' }>): string =>
  call.name.toUpperCase().replace(/^KMC\./, '');
