import { readFileSync } from 'node:fs';
import path from 'node:path';
import { KAWASAKI, loadProfile, PROFILE_OF, type ProfileFile } from '../../../src/core/calculation/profile';
import { BASES, CHOICE_SETS, PROFILES } from '../../../src/core/case/vocabulary';
import { TEXTS } from '../../../src/locales/texts';

describe('profiles', () => {
  it.each(PROFILES)('%s: every choice is a known word or a number, on a known basis', (id) => {
    const profile = PROFILE_OF[id];
    expect(profile.id).toBe(id);
    const choices = Object.entries(profile.choices);
    expect(choices.map(([key]) => key).sort()).toEqual(Object.keys(KAWASAKI.choices).sort());
    for (const [key, { value, basis }] of choices) {
      const words: readonly string[] | undefined = CHOICE_SETS[key as keyof typeof CHOICE_SETS];
      if (words) expect(words).toContain(value);
      else expect(Number(value)).toBeGreaterThan(0);
      expect(BASES).toContain(basis);
    }
  });

  it.each(PROFILES)('%s: every threshold is a positive number on a known basis', (id) => {
    for (const { value, basis } of Object.values(PROFILE_OF[id].thresholds)) {
      expect(Number(value)).toBeGreaterThan(0);
      expect(BASES).toContain(basis);
    }
  });

  it.each(['en', 'ja'])('stand in the handbook with every value and basis (%s)', (language) => {
    const page = readFileSync(path.join(__dirname, `../../../docs/method/${language}/profiles.md`), 'utf8');
    const rows = [...page.matchAll(/^\| `(\w+)`.*\| `([^`]+)`\s*\| `([^`]+)`\s*\|$/gm)];
    const told = Object.fromEntries(rows.map(([, key, value, basis]) => [key, { value, basis }]));
    expect(told).toEqual({ ...KAWASAKI.choices, ...KAWASAKI.thresholds });
  });

  it('differ in whom the avoided emissions are attributed to', () => {
    expect(PROFILE_OF.kawasaki.choices.attribution.value).toBe('rate');
    expect(PROFILE_OF['value-chain-flow'].choices.attribution.value).toBe('unallocated');
  });

  it.each(PROFILES)('%s is named and explained in both languages', (id) => {
    for (const language of ['en', 'ja'] as const) {
      expect(TEXTS[language].choices.profile[id].length).toBeGreaterThan(0);
      expect(TEXTS[language].calculation['profile-note'][id].length).toBeGreaterThan(20);
    }
  });

  it.each<[string, Partial<ProfileFile['choices']>, RegExp]>([
    ['an unknown word', { accounting: { value: 'both', basis: 'assumption' } }, /accounting cannot be both/],
    ['an unknown basis', { accounting: { value: 'flow', basis: 'habit' } }, /unknown basis habit/],
    ['an unknown choice', { colour: { value: 'red', basis: 'assumption' } }, /unknown choice colour/],
    [
      'a text for a number',
      { uncertaintyRuns: { value: 'many', basis: 'assumption' } },
      /uncertaintyRuns cannot be many/,
    ],
    ['a hole', { replacement: undefined }, /no choice replacement/],
  ])('refuses %s', (_, change, error) => {
    const file = { ...KAWASAKI, choices: { ...KAWASAKI.choices, ...change } } as ProfileFile;
    expect(() => loadProfile(file)).toThrow(error);
  });
});
