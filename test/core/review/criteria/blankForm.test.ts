import { evaluate } from '../../../../src/core/pipeline';
import { applyRules } from '../../../../src/core/review/criteria/applyRules';
import { ruleInput } from '../../../../src/core/review/criteria/ruleInput';
import { planWorkbook } from '../../../../src/core/template/planWorkbook';
import { planSnapshot } from '../../../support/planSnapshot';

/** Of a blank form these have nothing against it: there is no mix, no wording and no earlier package. */
const NOT_CONCERNED = ['baseline-mix', 'share-basis', 'claims-wording', 'remarks-answered'];

it('passes a blank form in no rule that would have something to judge', () => {
  const outcome = evaluate(planSnapshot(planWorkbook({ language: 'en', exampleSheet: false })));
  const passed = applyRules(ruleInput(outcome)).filter(({ status }) => status === 'passes');
  expect(passed.map(({ rule }) => rule.id).sort()).toEqual([...NOT_CONCERNED].sort());
});
