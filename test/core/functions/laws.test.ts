import fc from 'fast-check';
import { ROUNDING_MODES } from '../../../src/core/quantity/rounding';
import { callFunction } from '../../../src/core/functions/call';
import { functionById } from '../../../src/core/functions/registry';
import type { Argument, FunctionResult } from '../../../src/core/functions/types';
import { SALES_STATUSES, STAGES } from '../../../src/core/case/vocabulary';

function call(id: string, ...args: Argument[]): FunctionResult {
  const result = callFunction(functionById(id)!, args);
  if (!result.ok) throw new Error(`${id}: ${result.error} ${result.message.code}`);
  return result.value;
}

const column = (values: readonly (number | string)[]): Argument => values.map((value) => [value]);
/** Small enough that sums and products stay exact in a double, so that equality is exact too. */
const whole = fc.integer({ min: -1_000_000, max: 1_000_000 });
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e100, max: 1e100 });
/** Hundredths that sum to 100. */
const hundredths = fc
  .array(fc.integer({ min: 0, max: 100 }), { minLength: 0, maxLength: 8 })
  .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100])
  .map((cuts) => cuts.slice(1).map((cut, index) => cut - cuts[index]!));

describe('laws', () => {
  it('EMISSION is linear in the amount', () => {
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 1, max: 1000 }), (a, b, factor) => {
        const emission = (amount: number) => call('EMISSION', amount, 'kWh', factor, 'kg-CO2e/kWh') as number;
        expect(emission(a + b)).toBe(emission(a) + emission(b));
      }),
    );
  });

  it('EMISSION does not depend on the unit an amount is written in', () => {
    fc.assert(
      fc.property(whole, whole, (amount, factor) => {
        expect(call('EMISSION', amount, 'MWh', factor, 'kg-CO2e/kWh')).toBe(
          call('EMISSION', amount * 1000, 'kWh', factor, 'kg-CO2e/kWh'),
        );
      }),
    );
  });

  it('MIX of equal footprints is that footprint', () => {
    fc.assert(
      fc.property(anyNumber, hundredths, (footprint, parts) => {
        const shares = parts.map((part) => part / 100);
        expect(call('MIX', column(shares.map(() => footprint)), column(shares))).toBe(footprint === 0 ? 0 : footprint);
      }),
    );
  });

  it('REDUCTION changes its sign, and only that, when baseline and product change places', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1 }), fc.array(anyNumber, { minLength: 1 }), (a, b) => {
        expect(call('REDUCTION', column(a), column(b))).toBe(0 - (call('REDUCTION', column(b), column(a)) as number));
      }),
    );
  });

  it('AVOIDED changes its sign, and only that, when baseline and product change places', () => {
    fc.assert(
      fc.property(anyNumber, anyNumber, fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (a, b, rate, units) => {
        const outcome = callFunction(functionById('AVOIDED')!, [a, b, rate, units]);
        const swapped = callFunction(functionById('AVOIDED')!, [b, a, rate, units]);
        expect(swapped).toEqual(outcome.ok ? { ok: true, value: 0 - (outcome.value as number) } : swapped);
        expect(swapped.ok).toBe(outcome.ok);
      }),
    );
  });

  it('partners share the unallocated amount without remainder', () => {
    fc.assert(
      fc.property(whole, fc.nat(1000), hundredths, (saving, units, parts) => {
        const avoided = (rate: number) => call('AVOIDED', saving, 0, rate, units, 'g-CO2e') as number;
        const together = parts.reduce((sum, part) => sum + avoided(part / 100), 0);
        expect(together).toBe(avoided(1));
      }),
    );
  });

  it('ROUND is idempotent', () => {
    fc.assert(
      fc.property(
        anyNumber,
        fc.constantFrom(...ROUNDING_MODES),
        fc.integer({ min: -10, max: 10 }),
        (value, mode, digits) => {
          const once = call('ROUND', value, mode, digits) as number;
          expect(call('ROUND', once, mode, digits)).toBe(once);
        },
      ),
    );
  });

  it.each([
    [0.1 * 3, 'up', 1, 0.3],
    [1 - 2 ** -53, 'down', 0, 1],
    [-(1 - 2 ** -53), 'down', 0, -1],
    [(1 / 49) * 49, 'down', 0, 1],
  ])('ROUND takes %d as the decimal a cell shows', (value, mode, digits, expected) => {
    expect(call('ROUND', value, mode, digits)).toBe(expected);
  });

  it('the stages of STAGES add up to its totals and to REDUCTION', () => {
    const line = fc.tuple(fc.constantFrom(...STAGES), whole);
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), fc.array(line, { minLength: 1 }), (baseline, product) => {
        const [stagesB, stagesP] = [baseline, product].map((lines) => column(lines.map(([stage]) => stage))) as [
          Argument,
          Argument,
        ];
        const [emissionsB, emissionsP] = [baseline, product].map((lines) => column(lines.map(([, e]) => e))) as [
          Argument,
          Argument,
        ];
        const rows = call('STAGES', stagesB, emissionsB, stagesP, emissionsP) as readonly (readonly [
          string,
          number,
          number,
          number,
          unknown,
        ])[];
        const total = rows.at(-1)!;
        for (const index of [1, 2, 3] as const) {
          expect(rows.slice(0, -1).reduce((sum, row) => sum + row[index], 0)).toBe(total[index]);
        }
        expect(total[3]).toBe(call('REDUCTION', emissionsB, emissionsP));
        expect(rows.slice(0, -1).map(([name]) => name)).toEqual(
          STAGES.filter((stage) => rows.some(([name]) => name === stage)),
        );
      }),
    );
  });

  it('FOOTPRINT by stage adds up to the whole footprint', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...STAGES), whole), { minLength: 1 }), (lines) => {
        const [emissions, stages] = [column(lines.map(([, e]) => e)), column(lines.map(([stage]) => stage))];
        const byStage = STAGES.map((stage) => call('FOOTPRINT', emissions, stages, stage) as number);
        expect(byStage.reduce((sum, part) => sum + part, 0)).toBe(call('FOOTPRINT', emissions));
      }),
    );
  });

  it('UNITS_OUTSIDE counts exactly the realized rows outside the city within the years', () => {
    const sale = fc.record({
      units: fc.integer({ min: -1000, max: 1000 }),
      place: fc.constantFrom('in', 'out', 'unknown'),
      status: fc.constantFrom(...SALES_STATUSES),
      year: fc.integer({ min: 2015, max: 2030 }),
    });
    fc.assert(
      fc.property(
        fc.array(sale, { minLength: 1 }),
        fc.integer({ min: 2015, max: 2030 }),
        fc.nat(10),
        (sales, from, length) => {
          const expected = sales
            .filter(
              ({ place, status, year }) =>
                place === 'out' && status === 'realized' && year >= from && year <= from + length,
            )
            .reduce((sum, { units }) => sum + units, 0);
          const columns = (['units', 'place', 'status', 'year'] as const).map((key) =>
            column(sales.map((row) => row[key])),
          );
          expect(call('UNITS_OUTSIDE', ...columns, from, from + length)).toBe(expected);
        },
      ),
    );
  });

  it('BREAKEVEN is when the running totals meet', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 1000 }), whole, (debt, saving, base) => {
        expect(call('BREAKEVEN', base, base + debt * saving, saving, 0)).toBe(debt);
      }),
    );
  });

  it('PEDIGREE never falls when a score gets worse', () => {
    const score = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.tuple(score, score, score, score, score), fc.nat(4), (scores, index) => {
        const worse = scores.map((each, at) => (at === index ? Math.min(each + 1, 5) : each));
        expect(call('PEDIGREE', ...worse) as number).toBeGreaterThanOrEqual(call('PEDIGREE', ...scores) as number);
      }),
    );
  });
});
