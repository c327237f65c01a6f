import { readWorkbook } from '../../../src/core/adoption/readWorkbook';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { newerThan } from '../../../src/core/template/rollForward/factors';
import { namesYear, nextYear } from '../../../src/core/template/rollForward/nextYear';
import { rollForward } from '../../../src/core/template/rollForward/rollForward';
import { rollEdits, type RollPlan, type SalesChoice } from '../../../src/core/template/rollForward/types';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { factorById } from '../../../src/core/reference/factorById';
import { sheetCellAddress } from '../../../src/core/workbook/a1';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { START_TEXTS } from '../../../src/locales/startTexts';
import { addTexts, translator } from '../../../src/locales/translator';
import { planSnapshot } from '../../support/planSnapshot';

addTexts(START_TEXTS);

const book = (name: string, language: 'en' | 'ja' = 'ja'): WorkbookSnapshot =>
  planSnapshot(planWorkbook({ language, content: exampleNamed(name).content }));

function planned(snapshot: WorkbookSnapshot, sales: SalesChoice): RollPlan {
  const outcome = rollForward(snapshot, readWorkbook(snapshot).case, { sales, language: 'ja' });
  if (!outcome.ok) throw new Error(outcome.message.code);
  return outcome.value;
}

const codes = ({ tasks }: RollPlan) => tasks.map(({ message }) => message.code);

describe('a year written the way it was', () => {
  it.each([
    [2025, 2025, 2026],
    ['2025', 2025, '2026'],
    ['FY2025', 2025, 'FY2026'],
    ['２０２５年度', 2025, '2026年度'],
    ['令和７年度', 2025, '令和8年度'],
    ['R7', 2025, 'R8'],
    ['令和元年度', 2019, 2020],
    ['平成30年度', 2018, 2019],
  ])('%s', (written, year, next) => expect(nextYear(written, year)).toBe(next));

  it('is found in a text as a whole number only', () => {
    expect(namesYear('令和 7 年度の販売量', 2025)).toBe(true);
    expect(namesYear('型番 120251', 2025)).toBe(false);
    expect(namesYear('令和70年', 2025)).toBe(false);
  });
});

describe('an example rolled forward', () => {
  const before = book('water-heater');
  const read = readWorkbook(before).case;

  it('moves the year on, marks the documents and leaves every other cell as it was', () => {
    const plan = planned(before, 'keep');
    const after = withEdits(before, rollEdits(plan));
    const later = readWorkbook(after).case;
    expect(plan.year).toBe(2026);
    expect(later.fields['fiscalYear']?.number?.toString()).toBe('2026');
    expect(later.evidence.map(({ title }) => title)).toEqual(read.evidence.map(({ title }) => `【要更新】${title}`));
    const changed = new Set(plan.changes.map(({ cell }) => sheetCellAddress(cell)));
    expect(changed.size).toBe(1 + read.evidence.length);
    for (const sheet of before.sheets)
      sheet.forEachCell((row, column, value, formula) => {
        if (changed.has(sheetCellAddress({ sheet: sheet.name, row, column }))) return;
        const same = after.sheets.find(({ name }) => name === sheet.name)!;
        expect([same.value(row, column), same.formula(row, column)]).toEqual([value, formula]);
      });
    expect(later.sales).toEqual(read.sales);
  });

  it('can use the rows of sales as the form of the new year', () => {
    const plan = planned(before, 'clear');
    const { sales } = readWorkbook(withEdits(before, rollEdits(plan))).case;
    expect(
      sales.map(({ ref, period, units, place, evidence }) => [
        ref.id,
        period,
        units?.toString() ?? null,
        place,
        evidence,
      ]),
    ).toEqual([
      ['S1', 2026, null, '市外', 'E9'],
      ['S2', 2024, '800', '市外', 'E9'],
    ]);
    expect(codes(plan).filter((code) => code.startsWith('start.task.sales'))).toEqual(['start.task.sales-fill']);
  });

  it('touches nothing twice', () => {
    const once = withEdits(before, rollEdits(planned(before, 'keep')));
    const plan = planned(once, 'keep');
    expect(plan.changes.map(({ after }) => after)).toEqual([2027]);
  });

  it('never replaces a formula', () => {
    const { ref } = read.fields['fiscalYear']!;
    const column = read.locations['KmcCase']!.columns['value']!;
    const cell = { sheet: ref.sheet, row: ref.row, column };
    const calculated = withEdits(before, [{ kind: 'set-formula', cell, formula: '2000+25', value: 2025 }]);
    const outcome = rollForward(calculated, readWorkbook(calculated).case, { sales: 'clear', language: 'ja' });
    expect(outcome).toEqual({ ok: false, message: { code: 'start.roll.year-formula', params: {} } });
  });

  it('leaves a row of sales whole where a formula stands in it', () => {
    const { ref } = read.sales[0]!;
    const cell = { sheet: ref.sheet, row: ref.row, column: read.locations['KmcSales']!.columns['units']! };
    const calculated = withEdits(before, [{ kind: 'set-formula', cell, formula: '10*10', value: 100 }]);
    const plan = planned(calculated, 'clear');
    expect(codes(plan)).toContain('start.task.sales-formula');
    expect(plan.changes.filter(({ cell: { sheet, row } }) => sheet === ref.sheet && row === ref.row)).toEqual([]);
  });

  it('has nothing to go on from without a year', () => {
    const blank = planSnapshot(planWorkbook({ language: 'en' }));
    const outcome = rollForward(blank, readWorkbook(blank).case, { sales: 'keep', language: 'en' });
    expect(outcome).toEqual({ ok: false, message: { code: 'start.roll.no-year', params: {} } });
  });
});

describe('factors of a limited time', () => {
  it('have a newer edition where the library holds one: the national average of 2023 has that of 2024', () => {
    const old = factorById('jp.el.FY2023.national_average_factor.factor')!;
    expect(newerThan(old)?.id).toBe('jp.el.FY2024.national');
    expect(newerThan(factorById('jp.el.FY2024.national')!)).toBeNull();
  });

  it('are tasks at their cells, and those without a time are none', () => {
    const heat = book('heat-pump');
    const { factors } = readWorkbook(heat).case;
    const tasks = planned(heat, 'keep').tasks.filter(({ message }) => message.code === 'start.task.factor');
    const dated = factors.filter(
      ({ attributes }) => attributes['validFrom'] || attributes['validTo'] || attributes['resultYear'],
    );
    expect(tasks.map(({ message }) => message.params['id'])).toEqual(dated.map(({ ref }) => ref.id));
    expect(dated.map(({ ref }) => ref.id)).toContain('jp.el.FY2024.national');
    expect(dated.length).toBeLessThan(factors.length);
    expect(tasks.every(({ cell }) => cell !== null)).toBe(true);
  });
});

it.each(['en', 'ja'] as const)('every sentence stands in %s, and the mark is the workbook’s', (language) => {
  const say = translator(language);
  for (const name of ['heat-pump', 'led-lighting', 'service'])
    for (const sales of ['keep', 'clear'] as const) {
      const { changes, tasks } = planned(book(name, language), sales);
      const texts = [...changes, ...tasks].map(({ message }) => say(message));
      expect(texts.filter((text) => text.includes('{{') || text.startsWith('start.'))).toEqual([]);
      const marks = changes.filter(({ message }) => message.code === 'start.change.evidence');
      expect(marks.every(({ after }) => String(after).startsWith(START_TEXTS[language].start.mark))).toBe(true);
    }
});
