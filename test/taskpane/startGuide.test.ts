import { adviseBaseline, answersTo, questionsFor } from '../../src/taskpane/start/baselineGuide';
import { adviceTexts } from '../../src/taskpane/start/baselineFields';
import { START_TEXTS } from '../../src/locales/startTexts';
import { addTexts, translator } from '../../src/locales/translator';

addTexts(START_TEXTS);

/** What a person would answer, and the word that follows from “most likely without the product”. */
const CASES = [
  [
    'a boiler that still works is replaced early',
    ['existing', 'keeps-device', null, 'no', 'no'],
    'replaced-device',
    ['early'],
  ],
  [
    'shares of boilers sold are published',
    ['existing', 'buys-another', 'shares-known', 'yes', 'no'],
    'market-average',
    ['floor', 'mix'],
  ],
  [
    'everybody buys one kind of lamp',
    ['existing', 'buys-another', 'typical-known', 'no', 'no'],
    'conventional-product',
    [],
  ],
  [
    'unknown market under a standard',
    ['new', 'buys-another', 'not-known', 'yes', 'no'],
    'legal-minimum',
    ['find-market'],
  ],
  [
    'unknown market, unknown law',
    ['new', 'buys-another', 'not-known', 'unknown', 'no'],
    'conventional-product',
    ['find-minimum', 'find-market'],
  ],
  ['travel instead of a remote service', ['existing', 'goes-on', null, 'no', 'no'], 'business-as-usual', []],
  [
    'one’s own old model',
    ['existing', 'buys-another', 'typical-known', 'no', 'yes'],
    'conventional-product',
    ['own-model'],
  ],
] as const;

const answersOf = ([demand, without, market, minimum, ownModel]: (typeof CASES)[number][1]) => ({
  demand,
  without,
  ...(market !== null && { market }),
  minimum,
  ownModel,
});

it.each(CASES)('%s', (_, answers, type, notes) => {
  const advice = adviseBaseline(answersOf(answers))!;
  expect([advice.type, advice.demand]).toEqual([type, answers[0]]);
  expect([...advice.notes].sort()).toEqual([...notes].sort());
});

it('never proposes the own previous model', () => {
  expect(CASES.map(([, answers]) => adviseBaseline(answersOf(answers))!.type)).not.toContain('own-previous-model');
});

it('says nothing while a question is open', () => {
  expect(adviseBaseline({})).toBeNull();
  expect(adviseBaseline({ demand: 'existing', without: 'buys-another', minimum: 'no', ownModel: 'no' })).toBeNull();
  expect(questionsFor({ demand: 'new' })).toEqual(['demand', 'without']);
});

it('does not ask about a device in use where there was none', () => {
  expect(answersTo('without', { demand: 'new' })).toEqual(['buys-another', 'goes-on']);
});

it.each(['en', 'ja'] as const)('has every sentence in %s', (language) => {
  const say = translator(language);
  const keys = CASES.flatMap(([, answers]) => adviceTexts(adviseBaseline(answersOf(answers))!));
  expect(keys.filter((key) => say(key) === key)).toEqual([]);
});
