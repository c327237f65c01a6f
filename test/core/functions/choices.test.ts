import { CHOICE_SETS, type ChoiceSet } from '../../../src/core/case/vocabulary';
import { wordOf } from '../../../src/core/functions/choices';
import { TEXTS } from '../../../src/locales/texts';

const sets = Object.keys(CHOICE_SETS) as ChoiceSet[];
const every = sets.flatMap((set) => CHOICE_SETS[set].map((word) => [set, word] as const));

describe('wordOf', () => {
  it.each(every)('%s: reads %s as itself and by its text in both languages', (set, word) => {
    const texts = [TEXTS.en.choices, TEXTS.ja.choices].map(
      (choices) => (choices as Record<string, Record<string, string>>)[set]![word]!,
    );
    for (const text of [word, word.toUpperCase(), ...texts, ` ${texts[0]!.toLowerCase()} `])
      expect([text, wordOf(set, text)]).toEqual([text, word]);
  });

  it('reads full width as half width', () => {
    expect(wordOf('stage', 'ｕｓｅ')).toBe('use');
    expect(wordOf('stage', '廃棄･ﾘｻｲｸﾙ')).toBe('end-of-life');
  });

  it('does not guess', () => {
    expect(['us', 'usage', '使用段階', '', 'constructor'].map((text) => wordOf('stage', text))).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
