import fc from 'fast-check';
import { readCase } from '../../../src/core/reader/readCase';
import { CONTRIBUTION_METHODS, FLOWS, PERS, STAGES } from '../../../src/core/case/vocabulary';
import { FULL } from './fullCase';
import { workbookOf } from './workbook';

const amount = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const text = fc
  .string({ minLength: 1, maxLength: 12 })
  .filter((one) => one.trim() !== '')
  .map((one) => one.trim());
const maybe = <T>(some: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(some, { nil: null });

const line = fc.record({
  stage: fc.constantFrom(...STAGES),
  flow: fc.constantFrom(...FLOWS),
  per: fc.constantFrom(...PERS),
  process: text,
  amount,
  inCity: fc.oneof(share, fc.constant('unknown')),
  variant: maybe(text),
  region: text,
  year: fc.integer({ min: 1900, max: 2199 }),
  reliability: maybe(fc.integer({ min: 1, max: 5 })),
  basicU: maybe(fc.double({ min: 1, max: 1e9, noNaN: true })),
  note: maybe(text),
});

/** A cell's double and the core's decimal are the same number when their shortest texts name the same double. */
const same = (held: unknown, given: unknown): void => {
  if (typeof given === 'number') expect(Object.is(Number(String(held)), given === 0 ? 0 : given)).toBe(true);
  else expect(held).toBe(given);
};

test('lines are read back as they were written', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.constantFrom('en', 'ja'), (lines, language) => {
      const rows = lines.map((one, at) => ({
        ...FULL.KmcProduct[0],
        segment: null,
        low: null,
        high: null,
        ...one,
        id: `L${at}`,
      }));
      const { case: read, problems } = readCase(workbookOf({ ...FULL, KmcProduct: rows }, { language }).snapshot);
      expect(problems).toEqual([]);
      expect(read.product.lines).toHaveLength(lines.length);
      read.product.lines.forEach((found, at) => {
        const { reliability, ...given } = lines[at]!;
        expect(found.pedigree[0]).toBe(reliability);
        for (const [key, value] of Object.entries(given)) same(found[key as keyof typeof given], value);
      });
    }),
    { numRuns: 150 },
  );
});

test('sales and shares are read back as they were written', () => {
  const sale = fc.record({
    units: amount,
    period: fc.integer({ min: 1950, max: 2100 }),
    status: fc.constantFrom('realized', 'planned', 'potential'),
    inCity: fc.constantFrom('in', 'out', 'unknown'),
  });
  const partner = fc.record({ share, method: fc.constantFrom(...CONTRIBUTION_METHODS), partner: text });
  fc.assert(
    fc.property(fc.array(sale, { maxLength: 4 }), fc.array(partner, { maxLength: 4 }), (sales, partners) => {
      const tables = {
        ...FULL,
        KmcSales: sales.map((one, at) => ({ ...FULL.KmcSales[0], returns: null, ...one, id: at + 1 })),
        KmcContribution: partners.map((one, at) => ({
          ...FULL.KmcContribution[0],
          numerator: null,
          denominator: null,
          ...one,
          id: `K${at}`,
        })),
      };
      const { case: read, problems } = readCase(workbookOf(tables).snapshot);
      expect(problems).toEqual([]);
      expect(read.sales.map(({ ref }) => ref.id)).toEqual(sales.map((_, at) => String(at + 1)));
      sales.forEach((given, at) =>
        Object.entries(given).forEach(([key, value]) => same(read.sales[at]![key as keyof typeof given], value)),
      );
      partners.forEach((given, at) =>
        Object.entries(given).forEach(([key, value]) => same(read.contribution[at]![key as keyof typeof given], value)),
      );
    }),
    { numRuns: 100 },
  );
});
