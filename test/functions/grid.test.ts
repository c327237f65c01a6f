import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { parseFormula, type Expression } from '../../src/core/functions/formula';
import { formula, workbook } from '../adapters/recalc/workbook';
import expectedValues from './expected-values.json';

interface Row {
  readonly formula: string;
  readonly value?: unknown;
  readonly error?: string;
  readonly messageCode?: string;
}

/** Refusals of the evaluator, not of a function. */
const ofTheEvaluator = ['formula-syntax', 'unknown-function', 'not-evaluated-here'].map(
  (fault) => `functions.errors.${fault}`,
);

/** What a cell can hold: no array constant with a blank in it. */
function isCellFormula({ formula: text, messageCode }: Row): boolean {
  return text.startsWith('=') && !ofTheEvaluator.includes(messageCode ?? '') && !hasBlankElement(parseFormula(text));
}

/** An error of an inner function reaches the outer one as an error value, so its own sentence stays behind. */
function isNested(text: string): boolean {
  const expression = parseFormula(text);
  return expression.kind === 'call' && expression.args.some((argument) => argument?.kind === 'call');
}

function hasBlankElement(expression: Expression | null): boolean {
  if (expression?.kind === 'array') return expression.rows.flat().includes(null);
  return expression?.kind === 'call' && expression.args.some(hasBlankElement);
}

const rows = (expectedValues as readonly Row[]).filter(isCellFormula);

it('the grid gives every value and error of the shared table', async () => {
  const cells = Object.fromEntries(rows.map((row, index) => [`A${index * 10 + 1}`, formula(row.formula.slice(1))]));
  const spills = rows.flatMap(({ value }, index) => (Array.isArray(value) ? [spillRange(index * 10 + 1, value)] : []));
  const { cells: calculated } = await createRecalculator().recalculate(
    workbook({ sheets: { S: cells }, spills: { S: spills } }),
  );
  const at = new Map(calculated.map((cell) => [`${cell.cell.row},${cell.cell.column}`, cell]));
  const got = rows.map((row, index) => {
    const cell = at.get(`${index * 10},0`);
    return {
      formula: row.formula,
      value: cell?.value,
      code: isNested(row.formula) ? null : (cell?.message?.code ?? null),
    };
  });
  expect(got).toEqual(
    rows.map(({ formula: text, value, error, messageCode }) => ({
      formula: text,
      value: error === undefined ? (Array.isArray(value) ? value[0][0] : value) : { error },
      code: isNested(text) ? null : (messageCode ?? null),
    })),
  );
}, 60_000);

function spillRange(row: number, value: readonly (readonly unknown[])[]): string {
  return `A${row}:${String.fromCharCode(64 + value[0]!.length)}${row + value.length - 1}`;
}
