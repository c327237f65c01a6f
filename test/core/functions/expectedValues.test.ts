import expectedValues from '../../functions/expected-values.json';
import { evaluateFormula } from '../../../src/core/functions/evaluate';
import { FUNCTIONS } from '../../../src/core/functions/registry';

interface Row {
  readonly formula: string;
  readonly value?: unknown;
  readonly error?: string;
  readonly messageCode?: string;
  readonly source: string;
}

const rows: readonly Row[] = expectedValues;

describe('shared table of expected values', () => {
  it.each(rows)('$formula', ({ formula, value, error, messageCode }) => {
    const result = evaluateFormula(formula);
    if (error === undefined) expect(result).toEqual({ ok: true, value });
    else expect(result).toMatchObject({ ok: false, error, message: { code: messageCode } });
  });

  it.each(FUNCTIONS.map(({ id }) => id))('has five rows of %s, values and errors', (id) => {
    const own = rows.filter(
      ({ formula }) => new RegExp(`^\\s*=?\\s*KMC\\.${id}\\(`, 'i').test(formula) || formula.includes(`KMC.${id}(`),
    );
    expect(own.length).toBeGreaterThanOrEqual(5);
    expect(own.some(({ error }) => error === undefined)).toBe(true);
    expect(own.some(({ error }) => error !== undefined)).toBe(true);
  });

  it('says of every row where its value is from', () => {
    expect(rows.filter(({ source }) => !source)).toEqual([]);
  });
});
