import fc from 'fast-check';
import { parseFiscalYear } from '../../../src/core/case/fiscalYear';

describe('parseFiscalYear', () => {
  it.each([
    [2025, 2025],
    ['2025', 2025],
    ['2025年度', 2025],
    ['２０２５年度', 2025],
    ['FY2025', 2025],
    ['fy 2025', 2025],
    ['令和7年度', 2025],
    ['令和７年度', 2025],
    ['令和 7 年度', 2025],
    ['令和元年度', 2019],
    ['㋿7年度', 2025],
    ['令7', 2025],
    ['R7', 2025],
    ['Ｒ７', 2025],
    ['r07', 2025],
    ['平成31年度', 2019],
    ['平成元年度', 1989],
    ['H31', 2019],
    ['H1', 1989],
    ['昭和63年度', 1988],
    ['S元', 1926],
    [' 2024 ', 2024],
  ])('reads %j as %d', (text, year) => {
    expect(parseFiscalYear(text)).toEqual({ ok: true, value: year });
  });

  it.each([
    '2025年',
    '令和7年',
    '令和0年度',
    '平成32年度',
    'H32',
    '昭和65',
    'FY25',
    '25',
    '2025-2026',
    '2025/4/1',
    'R',
    '元',
    '',
    '大正5年度',
    '1868',
    45748,
    2025.5,
    -2025,
    Number.NaN,
  ])('refuses %j', (text) => {
    expect(parseFiscalYear(text)).toEqual({
      ok: false,
      message: { code: 'functions.errors.fiscal-year', params: { found: String(text) } },
    });
  });

  it('agrees with the Japanese calendar of the platform', () => {
    const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { era: 'long', year: 'numeric', timeZone: 'UTC' });
    fc.assert(
      fc.property(fc.integer({ min: 1927, max: 2100 }), (year) => {
        const eraYear = format.format(new Date(Date.UTC(year, 5, 1))).replace(/年$/, '');
        expect(parseFiscalYear(`${eraYear}年度`)).toEqual({ ok: true, value: year });
      }),
    );
  });
});
