import { readFileSync } from 'node:fs';
import path from 'node:path';
import { evaluateFormula } from '../../src/core/functions/evaluate';
import { numberVectors } from './numberVectors';
import { runInJavaScriptCore } from './runInJavaScriptCore';

const rows = JSON.parse(readFileSync(path.resolve(__dirname, '../functions/expected-values.json'), 'utf8')) as
  { formula: string }[] | { rows: { formula: string }[] };
const formulas = (Array.isArray(rows) ? rows : rows.rows).map(({ formula }) => formula);

const imported = (name: string, file: string): string =>
  `import { ${name} } from ${JSON.stringify(path.resolve(__dirname, file))};`;

it('gives the same bits in JavaScriptCore as in V8, for every formula of the shared table', async () => {
  const there = (await runInJavaScriptCore(
    `${imported('evaluateFormula', '../../src/core/functions/evaluate')}
const formulas: string[] = ${JSON.stringify(formulas)};
print(JSON.stringify(formulas.map((formula) => evaluateFormula(formula))));`,
  )) as unknown[];
  expect(there).toHaveLength(formulas.length);
  expect(formulas.length).toBeGreaterThan(100);
  // JSON writes a double by its shortest text, so equal text is equal bits.
  formulas.forEach((formula, index) => {
    expect({ formula, result: there[index] }).toEqual({
      formula,
      result: JSON.parse(JSON.stringify(evaluateFormula(formula))),
    });
  });
}, 120_000);

it('gives the same bits in JavaScriptCore as in V8, for the double functions and a simulation', async () => {
  const there = (await runInJavaScriptCore(
    `${imported('numberVectors', './numberVectors')}
print(JSON.stringify(numberVectors()));`,
  )) as Record<string, string>;
  const here = numberVectors();
  expect(Object.keys(there)).toEqual(Object.keys(here));
  for (const [name, text] of Object.entries(here)) {
    expect(text.length).toBeGreaterThan(500);
    // Not `toBe`, which would write two megabytes of difference.
    expect(`${name} ${there[name] === text ? 'equal' : 'differs'}`).toBe(`${name} equal`);
  }
}, 120_000);
