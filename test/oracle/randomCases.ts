import fc from 'fast-check';
import type { PlainCase, PlainField } from './plainCase';

type Cell = string | null;
type Row = Record<string, Cell>;

const STAGES = ['raw-materials', 'production', 'distribution', 'use', 'end-of-life'] as const;
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
/** Whole numbers over a power of ten: decimals as people type them. */
const decimalText = (low: number, high: number, most = 3): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 0, max: most }), fc.nat()).map(([digits, seed]) => {
    const scale = 10 ** digits;
    const span = Math.floor((high - low) * scale) + 1;
    return scaled(Math.ceil(low * scale) + (seed % span), digits);
  });

function scaled(whole: number, digits: number): string {
  const text = String(Math.abs(whole)).padStart(digits + 1, '0');
  const point = text.length - digits;
  return (whole < 0 ? '-' : '') + text.slice(0, point) + (digits > 0 ? `.${text.slice(point)}` : '');
}

const seldom = <T>(usual: fc.Arbitrary<T>, rare: fc.Arbitrary<T>, one = 40): fc.Arbitrary<T> =>
  fc.oneof({ weight: one - 1, arbitrary: usual }, { weight: 1, arbitrary: rare });

/** Functional units with the units their service may be stated in. */
const FUNCTIONAL_UNITS: readonly (readonly [string, readonly string[]])[] = [
  ['h', ['h', 's']],
  ['kWh', ['kWh', 'MJ', 'GJ', 'kcal']],
  ['t', ['t', 'kg']],
  ['t·km', ['t·km', 'kg·km']],
  ['m3', ['m3', 'L']],
  ['km', ['km', 'm']],
  ['台', ['台']],
];

/** Units of factors with units in which amounts may be stated; the last of each list does not fit and must block. */
const FACTOR_UNITS: readonly (readonly [string, readonly string[], string])[] = [
  ['kg-CO2e/kWh', ['kWh', 'MJ', 'kcal', 'MWh'], 'kg'],
  ['t-CO2/GJ', ['GJ', 'kWh', 'TJ'], 'L'],
  ['kg-CO2e/t', ['t', 'kg', 'g'], 'kWh'],
  ['g-CO2e/kg', ['kg', 't'], 'm3'],
  ['kg-CO2e/t·km', ['t·km', 'kg·km'], 't'],
  ['t-CO2/千m3(SATP)', ['m3(SATP)', '千m3(SATP)'], 'm3'],
  ['kg-CO2e/L', ['L', 'kL', 'm3'], 'kg'],
  ['g-CO2e/円', ['円'], '台'],
  ['kg-CO2/本', ['本'], '個'],
];

interface FactorRow {
  readonly id: string;
  readonly value: string;
  readonly unit: string;
  readonly amountUnits: readonly string[];
  readonly wrong: string;
}

const factor = (id: string): fc.Arbitrary<FactorRow> =>
  fc
    .tuple(oneOf(...FACTOR_UNITS), decimalText(0.001, 9, 4))
    .map(([[unit, amountUnits, wrong], value]) => ({ id, value, unit, amountUnits, wrong }));

/** What the parts of one random case are made for. */
interface Frame {
  readonly segments: readonly string[];
  readonly service: readonly [string, readonly string[]];
  readonly factors: readonly FactorRow[];
  readonly variants: readonly string[];
  readonly mixBasis: 'service' | 'pieces' | 'years-of-use';
  readonly length: number;
  readonly aged: boolean;
  readonly stock: boolean;
}

const frame: fc.Arbitrary<Frame> = fc.record({
  segments: oneOf([], [], ['G1'], ['G1', 'G2'], ['G1', 'G2', 'G3']),
  service: oneOf(...FUNCTIONAL_UNITS),
  factors: fc.tuple(factor('F1'), factor('F2'), factor('F3')),
  variants: oneOf([], [], ['V1', 'V2'], ['V1', 'V2', 'V3']),
  mixBasis: oneOf('service', 'pieces', 'years-of-use'),
  length: fc.integer({ min: 3, max: 9 }),
  aged: fc.boolean(),
  stock: oneOf(false, false, true),
});

function line(frameOf: Frame, side: 'B' | 'P' | 'E'): fc.Arbitrary<Row> {
  const { factors, segments, variants } = frameOf;
  return fc
    .record({
      source: oneOf(...factors),
      pick: fc.nat(),
      fits: seldom(fc.constant(true), fc.constant(false), 300),
      amount: seldom<Cell>(decimalText(0, 500), fc.constant(null), 300),
      negative: seldom(fc.constant(false), fc.constant(true), 10),
      stage: oneOf(...STAGES, 'use', 'use'),
      flow: oneOf('input', 'input', 'input', 'direct-gas', 'biogenic'),
      per: oneOf('functional-unit', 'sold-unit', 'year'),
      inCity: fc.oneof({ weight: 30, arbitrary: decimalText(0, 1, 2) as fc.Arbitrary<Cell> }, fc.constant('unknown')),
      segment: oneOf<Cell>(null, ...segments),
      variant: side === 'B' ? oneOf<Cell>(null, ...variants) : fc.constant<Cell>(null),
    })
    .map(({ source, pick, fits, amount, negative, ...row }) => ({
      ...row,
      // A credit is stated as a negative amount; one that adds is refused by both.
      ...(negative ? { flow: pick % 9 === 0 ? 'input' : 'recycling-credit' } : {}),
      amount: negative && amount !== null && pick % 31 !== 0 ? `-${amount}` : amount,
      unit: fits ? source.amountUnits[pick % source.amountUnits.length]! : source.wrong,
      factorId: source.id,
      factor: source.value,
      factorUnit: source.unit,
    }));
}

const numbered = (prefix: string, rows: readonly Row[]): Row[] =>
  rows.map((row, index) => ({ id: `${prefix}${index + 1}`, ...row }));

/** Each variant has a line of its own, or the mix would be refused nearly always; seldom it has none. */
function baselineLines(frameOf: Frame): fc.Arbitrary<Row[]> {
  const own = frameOf.variants.map((name) =>
    fc
      .tuple(line(frameOf, 'B'), seldom<Cell>(fc.constant(name), fc.constant(null), 60))
      .map(([row, variant]) => ({ ...row, variant, segment: null })),
  );
  return fc
    .tuple(fc.array(line(frameOf, 'B'), { minLength: 1, maxLength: 4 }), fc.tuple(...own))
    .map(([free, each]) => numbered('B', [...free, ...each]));
}

const unitOfService = ({ service }: Frame): fc.Arbitrary<string> =>
  fc.tuple(oneOf(...service[1]), fc.boolean()).map(([unit, yearly]) => (yearly ? `${unit}/年` : unit));

function segmentRows(frameOf: Frame): fc.Arbitrary<Row[]> {
  const maybe = (value: fc.Arbitrary<string>) => fc.option(value, { nil: null });
  const rows = frameOf.segments.map((id) =>
    fc.record({
      id: fc.constant<Cell>(id),
      functionalUnitsPerUnit: fc.constant<Cell>(null),
      productService: maybe(decimalText(0.1, 900)),
      baselineService: maybe(decimalText(0.1, 900)),
      serviceUnit: unitOfService(frameOf) as fc.Arbitrary<Cell>,
      productServiceYears: fc.option(fc.constant(String(frameOf.length)), { nil: null }),
      baselineServiceYears: maybe(decimalText(1, 20, 1)),
    }),
  );
  return fc.tuple(...rows);
}

function mixRows(frameOf: Frame): fc.Arbitrary<Row[]> {
  const { variants, mixBasis, length } = frameOf;
  if (variants.length === 0) return fc.constant([]);
  const shares = variants.length === 2 ? oneOf(['0.64', '0.36'], ['0.7', '0.2']) : oneOf(['0.5', '0.3', '0.2']);
  const cuts = seldom<number[]>(
    fc.constant([...variants.keys(), length]),
    fc.constant([0, ...variants.map(() => length - 1)]),
    15,
  );
  const row = fc.record({
    service: decimalText(1, 900),
    serviceUnit: oneOf(...frameOf.service[1]),
    serviceYears: fc.option(decimalText(1, 15, 1), { nil: null }),
  });
  return fc
    .tuple(seldom<string[]>(shares, fc.constant(['0.64', '0.37', '0']), 20), cuts, fc.tuple(...variants.map(() => row)))
    .map(([share, cut, rows]) =>
      variants.map((variant, index) => ({
        id: `M${index + 1}`,
        variant,
        segment: null,
        shareBasis: mixBasis,
        share: mixBasis === 'years-of-use' ? null : share[index]!,
        fromYear: mixBasis === 'years-of-use' ? String(cut[index]) : null,
        toYear: mixBasis === 'years-of-use' ? String(cut[index + 1]) : null,
        ...rows[index]!,
      })),
    );
}

const SALES = fc.record({
  period: oneOf('2025', '2025', '2025', '2024', '2022', '2026'),
  inCity: oneOf('out', 'out', 'out', 'in', 'unknown'),
  units: decimalText(5, 9000, 1) as fc.Arbitrary<Cell>,
  returns: fc.option(decimalText(0, 5), { nil: null }),
  status: oneOf('realized', 'realized', 'realized', 'planned', 'potential'),
  unit: seldom<Cell>(oneOf('台', null), fc.constant('千台'), 300),
});

function salesRows({ segments }: Frame): fc.Arbitrary<Row[]> {
  const row = SALES.chain((sale) =>
    oneOf(...(segments.length > 0 ? segments : [null])).map((segment) => ({ ...sale, segment })),
  );
  return fc.array(row, { minLength: 1, maxLength: 6 }).map((rows) => numbered('S', rows));
}

/** Partners' shares in hundredths, seldom above 1 in all. */
const partnerRows: fc.Arbitrary<Row[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 34 }), oneOf('in', 'in', 'out', 'unknown')), { minLength: 1, maxLength: 3 })
  .map((rows) =>
    numbered(
      'C',
      rows.map(([percent, inCity]) => ({
        partner: 'partner',
        method: 'agreed-share',
        share: scaled(percent, 2),
        inCity,
      })),
    ),
  );

function fields(frameOf: Frame): fc.Arbitrary<Record<string, PlainField>> {
  const number = (value: fc.Arbitrary<string>) => value.map((text): PlainField => ({ number: text }));
  const word = (...words: readonly string[]) => oneOf(...words).map((text): PlainField => ({ text }));
  const maybe = (value: fc.Arbitrary<PlainField>, often = 2) =>
    fc.oneof({ weight: often, arbitrary: value as fc.Arbitrary<PlainField | null> }, fc.constant(null));
  const service = fc
    .tuple(decimalText(0.1, 900), unitOfService(frameOf))
    .map(([text, unit]): PlainField => ({ number: text, unit }));
  return fc
    .record<Record<string, PlainField | null>>({
      functionalUnit: oneOf('1', '3', '7', '1000').map((text) => ({ number: text, unit: frameOf.service[0] })),
      functionalUnitsPerUnit: maybe(number(decimalText(0.1, 900)), 1),
      productService: fc.constant(null),
      baselineFunctionalUnitsPerUnit: maybe(number(decimalText(0.1, 900))),
      baselineService: fc.constant(null),
      productServiceYears: maybe(number(fc.constant(String(frameOf.length))), 4),
      baselineServiceYears: maybe(number(decimalText(1, 20, 1)), 4),
      replacement: maybe(word('fractional', 'whole')),
      timeSense: word(...(frameOf.stock ? ['annual', 'annual', 'annual', 'lifetime'] : ['lifetime', 'annual'])),
      accounting: fc.constant({ text: frameOf.stock ? 'stock' : 'flow' }),
      outsideReading: maybe(word('all-stages', 'outside-share')),
      attribution: maybe(word('rate', 'unallocated')),
      rebound: maybe(number(decimalText(0, 1, 2)), 1),
      fiscalYear: fc.constant({ number: '2025' }),
      reductionUnit: word('g-CO2e', 'kg-CO2e', 't-CO2e'),
      reductionDigits: number(fc.integer({ min: -3, max: 8 }).map(String)),
      avoidedDigits: number(fc.integer({ min: -3, max: 8 }).map(String)),
      roundingMode: word('half-up', 'half-even', 'down', 'up'),
      soldUnit: maybe(word('台')),
    })
    .chain((stated) => service.chain((own) => service.map((other) => withService(stated, own, other))))
    .map((stated) =>
      Object.fromEntries(Object.entries(stated).filter((entry): entry is [string, PlainField] => entry[1] !== null)),
    );
}

/** Typed and derived functional units would nearly always contradict each other, so a case states one of them. */
function withService(stated: Record<string, PlainField | null>, own: PlainField, other: PlainField) {
  const product = stated['functionalUnitsPerUnit'] ? null : own;
  return {
    ...stated,
    productService: product,
    baselineService: stated['baselineFunctionalUnitsPerUnit'] ? null : other,
  };
}

/** Parts of the method that a generated case may use. */
export interface Features {
  readonly years: boolean;
  readonly paths: boolean;
  readonly sideEffects: boolean;
  readonly stock: boolean;
  readonly attribution: boolean;
}

function caseOf(raw: Frame, features: Features): fc.Arbitrary<PlainCase> {
  const timed = raw.mixBasis === 'years-of-use';
  const frameOf: Frame = {
    ...raw,
    aged: raw.aged && features.years,
    stock: raw.stock && features.stock,
    mixBasis: timed && !features.years ? 'service' : raw.mixBasis,
  };
  return fc.record<{ [K in keyof PlainCase]: PlainCase[K] }>({
    fields: fields(frameOf).map((stated) => (features.attribution ? stated : without(stated, 'attribution'))),
    baseline: baselineLines(frameOf),
    product: fc.array(line(frameOf, 'P'), { minLength: 1, maxLength: 4 }).map((rows) => numbered('P', rows)),
    sideEffects: features.sideEffects
      ? fc.array(line(frameOf, 'E'), { maxLength: 2 }).map((rows) => numbered('E', rows))
      : fc.constant([]),
    sales: salesRows(frameOf),
    contribution: partnerRows,
    segments: segmentRows(frameOf),
    mix: mixRows(frameOf),
    ages: ageRows(frameOf),
    factorPaths: features.paths ? pathRows(frameOf) : fc.constant([]),
  });
}

const without = (stated: Readonly<Record<string, PlainField>>, key: string) =>
  Object.fromEntries(Object.entries(stated).filter(([name]) => name !== key));

/** Survival that does not rise, use around 1; sometimes a segment has years of its own, seldom a year is missing. */
function ageRows({ aged, length, segments }: Frame): fc.Arbitrary<Row[]> {
  if (!aged) return fc.constant([]);
  const rows = (segment: Cell) =>
    fc
      .tuple(...Array.from({ length }, () => fc.tuple(fc.integer({ min: 0, max: 100 }), decimalText(0, 1.3, 2))))
      .map((drawn) => {
        const survival = drawn.map(([percent]) => percent).sort((a, b) => b - a);
        return drawn.map(([, use], age) => ({ segment, age: String(age), survival: scaled(survival[age]!, 2), use }));
      });
  const all = rows(null);
  const withOwn = segments.length > 0 ? fc.tuple(all, rows(segments[0]!)).map((parts) => parts.flat()) : all;
  return fc
    .tuple(fc.oneof(all, withOwn), seldom(fc.constant(false), fc.constant(true), 25))
    .map(([list, gap]) => numbered('Y', gap ? list.slice(1) : list));
}

/** One factor changes over time; some paths end too early, and the years before the case serve earlier sales. */
function pathRows({ aged, length, factors }: Frame): fc.Arbitrary<Row[]> {
  if (!aged) return fc.constant([]);
  const first = 2022;
  return fc
    .tuple(
      fc.boolean(),
      seldom(fc.constant(0), fc.constant(1), 12),
      fc.tuple(...Array.from({ length: length + 4 }, () => decimalText(0, 9, 4))),
    )
    .map(([changes, short, values]) =>
      changes
        ? numbered(
            'T',
            values
              .slice(0, values.length - 1 - short)
              .map((value, index) => ({ factorId: factors[0]!.id, year: String(first + index), value })),
          )
        : [],
    );
}

/** Random cases that use the given parts of the method; most give both numbers, some must give none. */
export const randomCase = (features: Features): fc.Arbitrary<PlainCase> =>
  frame.chain((made) => caseOf(made, features));
