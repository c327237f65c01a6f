import { failure, success, type Outcome } from '../message';
import { Decimal, sum } from '../quantity/decimal';

/** Units sold year by year and what one of them emits and saves. Emissions in one unit throughout, e.g. kg-CO2e. */
export interface YearBasisInput {
  /** Fiscal year v of each cohort. */
  readonly saleYears: readonly number[];
  /** N_v, units sold; beside `saleYears`. */
  readonly units: readonly Decimal[];
  /** Emission per unit outside its use, of baseline and product; beside `saleYears`. */
  readonly embodiedBaseline: readonly Decimal[];
  readonly embodiedProduct: readonly Decimal[];
  /** S(t), share of the units still in use, and u_t, use relative to a full year, for t = 0, 1, … */
  readonly survival: readonly Decimal[];
  readonly use: readonly Decimal[];
  /** Calendar years for which the use phase is stated. */
  readonly useYears: readonly number[];
  /** e_b, e_p: emission of one unit in one full year of use; beside `useYears`. */
  readonly useBaseline: readonly Decimal[];
  readonly useProduct: readonly Decimal[];
  /** Contribution rate c, 0–1. */
  readonly rate: Decimal;
}

export interface YearRow {
  readonly year: number;
  readonly avoided: Decimal;
}

export interface YearBasisResult {
  /** In ascending order, each year once. */
  readonly rows: readonly YearRow[];
  readonly total: Decimal;
}

/**
 * Flow basis: c · N_v · [ (emb_b − emb_p) + Σ_t S(t) · u_t · (e_b,v+t − e_p,v+t) ], booked in the sale year v
 * (WBCSD, Guidance on Avoided Emissions; equation in docs/method).
 * @returns a row for each sale year, or the calendar years in which units are used but no use-phase emission is stated
 * @throws RangeError where lists that stand side by side differ in length
 */
export function flowBasis(input: YearBasisInput): Outcome<YearBasisResult> {
  return booked(input, (saleYear) => saleYear);
}

/**
 * Stock basis: c · { N_Y (emb_b − emb_p) + Σ_{v≤Y} N_v · S(Y−v) · u_{Y−v} · (e_b,Y − e_p,Y) }, booked in the calendar year Y.
 * Summed over all years it is the flow total.
 * @returns a row for each year in which units are sold or used, or the years whose use-phase emission is missing
 * @throws RangeError where lists that stand side by side differ in length
 */
export function stockBasis(input: YearBasisInput): Outcome<YearBasisResult> {
  return booked(input, (saleYear, age) => saleYear + age);
}

/** @param bookedIn the year a saving at an age belongs to; the embodied difference arises at age 0 */
function booked(input: YearBasisInput, bookedIn: (saleYear: number, age: number) => number): Outcome<YearBasisResult> {
  assertSideBySide(input);
  const repeated = input.useYears.find((year, index) => input.useYears.indexOf(year) !== index);
  if (repeated !== undefined) return failure('calculation.use-year-twice', { year: repeated });
  const saving = new Map(
    input.useYears.map((year, index) => [year, input.useBaseline[index]!.minus(input.useProduct[index]!)]),
  );
  const service = input.survival.map((survival, age) => survival.times(input.use[age]!));
  const missing = missingYears(input.saleYears, service, saving);
  if (missing.length > 0) return failure('calculation.use-years-missing', { years: missing });
  const rows = new Map<number, Decimal>();
  const add = (year: number, value: Decimal) => rows.set(year, (rows.get(year) ?? new Decimal(0)).plus(value));
  input.saleYears.forEach((saleYear, index) => {
    const sold = input.units[index]!.times(input.rate);
    add(bookedIn(saleYear, 0), sold.times(input.embodiedBaseline[index]!.minus(input.embodiedProduct[index]!)));
    service.forEach((share, age) => {
      if (!share.isZero()) add(bookedIn(saleYear, age), sold.times(share).times(saving.get(saleYear + age)!));
    });
  });
  return success(inOrder(rows));
}

function inOrder(byYear: ReadonlyMap<number, Decimal>): YearBasisResult {
  const rows = [...byYear].map(([year, avoided]) => ({ year, avoided })).sort((a, b) => a.year - b.year);
  return { rows, total: sum(rows.map(({ avoided }) => avoided)) };
}

/** Years in which units are used and nothing is stated. Nothing is carried on from the years around them. */
function missingYears(
  saleYears: readonly number[],
  service: readonly Decimal[],
  stated: ReadonlyMap<number, unknown>,
): number[] {
  const needed = new Set(
    saleYears.flatMap((saleYear) => service.flatMap((share, age) => (share.isZero() ? [] : [saleYear + age]))),
  );
  return [...needed].filter((year) => !stated.has(year)).sort((a, b) => a - b);
}

function assertSideBySide(input: YearBasisInput): void {
  const groups = [
    [input.saleYears, input.units, input.embodiedBaseline, input.embodiedProduct],
    [input.survival, input.use],
    [input.useYears, input.useBaseline, input.useProduct],
  ];
  for (const [first, ...others] of groups) {
    if (others.some(({ length }) => length !== first!.length)) throw new RangeError('lists differ in length');
  }
}
