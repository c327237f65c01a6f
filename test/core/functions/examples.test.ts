import { evaluateFormula } from '../../../src/core/functions/evaluate';
import { FUNCTIONS } from '../../../src/core/functions/registry';

const examples = FUNCTIONS.flatMap(({ examples }) => examples);

describe('published examples', () => {
  it.each(examples)('$formula', ({ formula, value }) => {
    expect(evaluateFormula(formula)).toEqual({ ok: true, value });
  });
});
