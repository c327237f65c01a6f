import { CHECKS, FAULTS, NOT_CHECKED, VERIFICATION_STATES } from '../../../src/core/package/verify/codes';
import { HIDDEN_KINDS } from '../../../src/core/package/hiddenContent';
import { STANDINGS, BESIDE_STAGES } from '../../../src/core/package/portfolio/portfolio';
import { CHANGE_AREAS } from '../../../src/core/package/compare/comparePackages';
import { STAGES } from '../../../src/core/case/vocabulary';
import { MORE_TEXTS } from '../../../src/locales/moreTexts';

describe.each(['en', 'ja'] as const)('in %s', (language) => {
  const texts = MORE_TEXTS[language].package as unknown as Record<string, Record<string, unknown>>;

  it.each<[string, readonly string[]]>([
    ['checks', CHECKS],
    ['faults', Object.keys(FAULTS)],
    ['reasons', NOT_CHECKED],
    ['states', ['passed', 'warned', 'failed', 'not-checked']],
    ['verdict', VERIFICATION_STATES],
    ['hidden', HIDDEN_KINDS],
    ['areas', CHANGE_AREAS],
  ])('every one of the closed list of %s has its text, and there is no other', (area, codes) => {
    expect(Object.keys(texts[area]!).sort()).toEqual([...codes].sort());
  });

  it('every standing and every part of a stage table has its text', () => {
    const portfolio = texts['portfolio'] as Record<string, Record<string, unknown>>;
    expect(Object.keys(portfolio['standing']!).sort()).toEqual([...STANDINGS].sort());
    expect(Object.keys(portfolio['stage']!).sort()).toEqual([...STAGES, ...BESIDE_STAGES].sort());
  });
});

it('every fault belongs to a check', () => {
  for (const [check] of Object.values(FAULTS)) expect(CHECKS).toContain(check);
});
