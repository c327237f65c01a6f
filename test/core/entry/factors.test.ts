import { insertFactor, listedFactor } from '../../../src/core/entry/insertFactor';
import { factorWarnings } from '../../../src/core/entry/factorWarnings';
import { factorRegions, searchInsertable } from '../../../src/core/entry/factorGroups';
import { factorRow } from '../../../src/core/entry/factorRow';
import { Decimal } from '../../../src/core/quantity/decimal';
import { readCase } from '../../../src/core/reader/readCase';
import { allFactors } from '../../../src/core/reference/dataset';
import { factorById } from '../../../src/core/reference/factorById';
import { withEdits } from '../../../src/core/workbook/withEdits';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { addRows } from '../../../src/core/entry/addRows';
import { exampleWorkbook, workbookOf } from './caseWorkbook';

const factor = (id: string) => factorById(id)!;

function inserted(snapshot: WorkbookSnapshot, id: string) {
  const outcome = insertFactor(snapshot, factor(id));
  if (!outcome.ok) throw new Error(outcome.message.code);
  return withEdits(snapshot, outcome.value.edits);
}

describe('a factor of the library', () => {
  it.each(['en', 'ja'] as const)('reads in a workbook in %s as the dataset has it, every one that can', (language) => {
    const workbook = workbookOf(language);
    const rows = allFactors().flatMap((each) => {
      const row = factorRow(each);
      return row.ok ? [{ each, row: row.value }] : [];
    });
    // 768 emission factors and 117 GWPs, without the 93 in kg of CH4 or N2O, which are no emission in CO2e.
    expect(rows).toHaveLength(792);
    const outcome = addRows(
      workbook,
      'KmcFactors',
      rows.map(({ row }) => row),
    );
    if (!outcome.ok) throw new Error(outcome.message.code);
    const { case: read, problems } = readCase(withEdits(workbook, outcome.value.edits));
    expect(problems.filter(({ table, rowId }) => table === 'KmcFactors' && rowId !== null)).toEqual([]);
    expect(read.factors).toHaveLength(rows.length);
    rows.forEach(({ each }, index) => {
      const { ref, value, unit, attributes } = read.factors[index]!;
      expect([ref.id, value?.equals(new Decimal(each.value)), unit]).toEqual([each.id, true, each.unit]);
      const {
        nameJa,
        nameEn,
        gases,
        gridKind,
        boundary,
        heatBasis,
        region,
        validFrom,
        validTo,
        licence,
        redistribution,
      } = each;
      expect(attributes).toMatchObject({
        nameJa,
        nameEn,
        gases,
        gridKind,
        boundary,
        heatBasis,
        region,
        validFrom,
        validTo,
        licence,
        redistribution,
      });
      expect([attributes['gwp'], attributes['resultYear']]).toEqual([each.gwpSet, each.resultYear?.toString() ?? null]);
      expect(attributes['source']).toContain(each.sourceTitle);
      expect(attributes['version']).toMatch(/KMC 2026\.1$/);
    });
  });

  it('is refused where it is no emission per something', () => {
    const heat = allFactors().find(({ kind }) => kind === 'heat-value')!;
    expect(insertFactor(workbookOf('ja'), heat)).toMatchObject({
      ok: false,
      message: { code: 'inventory.refused.not-a-factor' },
    });
  });

  it('is not taken in twice, and its row is named', () => {
    const workbook = workbookOf('ja');
    const id = 'jp.el.FY2024.national';
    expect(listedFactor(readCase(workbook).case, factor(id))).toBeNull();
    const once = inserted(workbook, id);
    expect(listedFactor(readCase(once).case, factor(id))).toMatchObject({
      id,
      same: true,
      cell: { row: 4, column: 0 },
    });
    expect(insertFactor(once, factor(id))).toMatchObject({
      ok: false,
      message: { code: 'inventory.refused.factor-listed' },
    });
  });

  it('is not taken in beside a row that gives its id another figure', () => {
    const workbook = inserted(workbookOf('ja'), 'jp.el.FY2024.national');
    const { ref } = readCase(workbook).case.factors[0]!;
    const column = readCase(workbook).case.locations['KmcFactors']!.columns['value']!;
    const changed = withEdits(workbook, [
      { kind: 'set-value', cell: { sheet: ref.sheet, row: ref.row, column }, value: 0.0004 },
    ]);
    expect(insertFactor(changed, factor('jp.el.FY2024.national'))).toMatchObject({
      ok: false,
      message: { code: 'inventory.refused.factor-differs' },
    });
  });

  it('comes with what does not fit the case, and with what its attributes mean', () => {
    const { case: read } = readCase(exampleWorkbook('photovoltaics', 'ja'));
    const year = read.fields['fiscalYear']!.number!.toNumber();
    const codes = (id: string) => factorWarnings(factor(id), read).map(({ code }) => code);
    const national = factor('jp.el.FY2024.national');
    expect([year, national.validFrom, national.gases]).toEqual([2025, '2025-04-01', 'CO2']);
    expect(codes(national.id)).toEqual(
      expect.arrayContaining([
        'inventory.warning.co2-only',
        'reference.warnings.direct-only',
        'reference.warnings.average-not-marginal',
      ]),
    );
    expect(codes(national.id)).not.toContain('inventory.warning.other-years');
    const older = allFactors().find(
      ({ family, validTo }) => family === 'electricity-jp' && validTo !== null && validTo < '2025-04-01',
    )!;
    expect(codes(older.id)).toContain('inventory.warning.other-years');
    const lhv = allFactors().find(({ heatBasis, family }) => heatBasis === 'net' && family === 'fuels-ipcc')!;
    expect(codes(lhv.id)).toContain('reference.warnings.net-heat');
    expect(new Set(codes(lhv.id)).size).toBe(codes(lhv.id).length);
  });

  it('is found by words of either language within its kind', () => {
    const ids = (text: string, group?: 'electricity' | 'fuel' | 'gwp') =>
      searchInsertable({ text, ...(group ? { group } : {}) }).map(({ id }) => id);
    expect(ids('電気 全国平均')).toContain('jp.el.FY2024.national');
    expect(ids('electricity national average')).toContain('jp.el.FY2024.national');
    expect(ids('electricity national average', 'fuel')).not.toContain('jp.el.FY2024.national');
    expect(ids('HFC-32', 'gwp')).toContain('gwp.AR5.HFC32');
    expect(searchInsertable({ text: '' }).every((each) => factorRow(each).ok)).toBe(true);
    expect(factorRegions()).toEqual(expect.arrayContaining(['JP', 'GLO', 'US']));
  });
});
