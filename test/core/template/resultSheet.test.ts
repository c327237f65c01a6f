import { PROFILES } from '../../../src/core/case/vocabulary';
import { PROFILE_OF } from '../../../src/core/calculation/profile';
import type { CaseContent } from '../../../src/core/template/content';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { fieldLabel } from '../../../src/core/template/headers';
import type { SheetPlan } from '../../../src/core/template/plan';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { PROFILE_CHOICES } from '../../../src/core/template/profileTexts';
import { TABLES } from '../../../src/core/template/tables';
import type { Language } from '../../../src/core/template/types';
import { calculatedPlan } from './calculatedPlan';

const BASE = exampleNamed('water-heater').content;
const UNSTATED = ['profile', ...Object.keys(PROFILE_CHOICES.kawasaki)];

/** Choice, basis and note of a setting as printed, of a case that states no other choices than these. */
async function printed(fields: CaseContent['fields'], language: Language, tables: CaseContent['tables'] = {}) {
  const rest = Object.entries(BASE.fields).filter(([key]) => !UNSTATED.includes(key));
  const content = { fields: { ...Object.fromEntries(rest), ...fields }, tables: { ...BASE.tables, ...tables } };
  const { beside } = await calculatedPlan(planWorkbook({ language, content }));
  return {
    beside,
    row: (key: string) => {
      const [choice, , basis, note] = beside(fieldLabel(key, language));
      return [choice, basis, note];
    },
  };
}

describe('the choices of method in force', () => {
  it.each(PROFILES)('are known to the sheet as the profile %s has them', (id) => {
    const { choices } = PROFILE_OF[id];
    const known = Object.keys(PROFILE_CHOICES[id]).map((key) => [key, choices[key as keyof typeof choices]]);
    expect(PROFILE_CHOICES[id]).toEqual(Object.fromEntries(known));
  });

  it('are printed where the workbook states none, as ours and not the city’s', async () => {
    const { row } = await printed({}, 'en');
    expect(row('profile')).toEqual([
      'Kawasaki Mechanism (kawasaki)',
      'Assumption',
      'A profile of KMC, not a rule of the city.',
    ]);
    expect(row('attribution').slice(0, 2)).toEqual(['By contribution rate', 'City page']);
    expect(row('accounting').slice(0, 2)).toEqual(['Flow', 'Assumption']);
    expect(row('outsideReading').slice(0, 2)).toEqual(['All stages', 'Assumption']);
    expect(row('pedigreeSet').slice(0, 2)).toEqual(['ecoinvent 2', 'Assumption']);
  });

  it('follow the profile, and the workbook before it', async () => {
    const { row } = await printed(
      {
        profile: { value: 'value-chain-flow', basis: 'applicant' },
        pedigreeSet: { value: 'ciroth2016', basis: 'published', note: 'as in the report' },
      },
      'ja',
    );
    expect(row('profile')).toEqual([
      'バリューチェーン（フローベース） (value-chain-flow)',
      '応募者',
      'KMCのプロファイルです（市の規定ではありません）。',
    ]);
    expect(row('attribution').slice(0, 2)).toEqual(['按分なし', '他の枠組み']);
    expect(row('pedigreeSet')).toEqual(['Ciroth ほか（2016）', '公表値', 'as in the report']);
  });

  it('are not guessed from a profile that is none', async () => {
    const { row } = await printed({ profile: { value: { raw: 'our own' } } }, 'en');
    expect([row('profile')[0], row('attribution')[0]]).toEqual(['#N/A', '#N/A']);
  });
});

describe.each(['en', 'ja'] as const)('every heading of the sheet (%s)', (language) => {
  it('stands over its own rows alone', () => {
    const { cells } = planWorkbook({ language }).sheets.find(({ key }) => key === 'result')!;
    const texts = cells.filter(({ value }) => value !== null);
    const headings = texts.filter(({ style }) => style === 'heading').map(({ value }) => value);
    const headers = texts.filter(({ style }) => style === 'header').map(({ value }) => value);
    expect(new Set(headings).size).toBe(headings.length);
    expect(headers.filter((header) => headings.includes(header))).toEqual([]);
  });
});

describe('side effects', () => {
  it('have a line of their own where the workbook has their sheet', async () => {
    const line = {
      id: 'W1',
      stage: 'use',
      process: 'Elsewhere',
      flow: 'input',
      inCity: 'out',
      amount: 0.2,
      unit: 'kg',
    };
    const rows = [{ ...line, per: 'functional-unit', factor: 3, factorUnit: 'kg-CO2e/kg' }];
    const { beside } = await printed({}, 'en', { KmcSideEffects: rows });
    expect(beside('Side effects').slice(0, 2)).toEqual([expect.closeTo(0.6, 12), 'kg-CO2e']);
  });
});

describe('the printed page', () => {
  const sheetOf = (tables: boolean): SheetPlan =>
    planWorkbook({ language: 'ja', optionalTables: tables ? TABLES.map(({ name }) => name) : [] }).sheets.find(
      ({ key }) => key === 'result',
    )!;

  it.each([false, true])('is one A4 portrait page that can be read (every table: %j)', (tables) => {
    const { page } = sheetOf(tables);
    expect(page).toMatchObject({ orientation: 'portrait', fitToWidth: true, fitToHeight: true });
    // A4 has room for 60 rows of 13 points; fitted to one page, 66 rows are printed at nine tenths.
    expect(page.printArea!.bottom + 1).toBeLessThanOrEqual(66);
  });
});
