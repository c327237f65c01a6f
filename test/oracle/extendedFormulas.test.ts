import { CASES, extendedCase } from '../support/extendedCases';
import { judgedByLibreOffice } from './judgedByLibreOffice';

describe('native formulas of years, paths, side effects, attribution and stock, recalculated by LibreOffice', () => {
  it.each(CASES.map(([name, fields, tables], at) => [name, extendedCase(fields, tables), at] as const))(
    '%s agrees to 1e-12',
    async (_, content, at) => {
      const { numbers, differences } = await judgedByLibreOffice(content, at % 2 === 0 ? 'ja' : 'en');
      expect(differences).toEqual([]);
      expect(numbers).toBeGreaterThan(20);
    },
    120_000,
  );
});
