import type {
  AgeRow,
  Case,
  CaseField,
  ContributionRow,
  Factor,
  FactorPathRow,
  InventoryLine,
  MixRow,
  ParameterRow,
  Reading,
  RowRef,
  SalesRow,
  SegmentRow,
  VariationRow,
} from '../../src/core/case/types';
import { Decimal } from '../../src/core/quantity/decimal';

type Numberish = string | number;
const decimal = (value: Numberish) => new Decimal(value);

const ref = (table: string, id: string, row: number): RowRef => ({ table, id, sheet: table, row });

export interface LineInput {
  readonly amount: Numberish;
  readonly factor: Numberish;
  readonly unit?: string;
  readonly factorUnit?: string;
  readonly stage?: InventoryLine['stage'];
  readonly per?: InventoryLine['per'];
  readonly flow?: InventoryLine['flow'];
  readonly inCity?: Numberish | 'unknown';
  readonly variant?: string;
  readonly segment?: string;
  readonly factorId?: string;
  readonly pedigree?: InventoryLine['pedigree'];
  readonly basicU?: Numberish;
  readonly spread?: SpreadInput;
  /** Symbol of a parameter. */
  readonly parameter?: string;
}

/** Distribution, low and high. */
export type SpreadInput = readonly [InventoryLine['distribution'], Numberish | null, Numberish | null];

const spreadOf = (spread: SpreadInput | undefined) => ({
  distribution: spread?.[0] ?? null,
  low: orNull(spread?.[1]),
  high: orNull(spread?.[2]),
});

const orNull = (value: Numberish | null | undefined) => (value === undefined || value === null ? null : decimal(value));

function line(table: string, input: LineInput, index: number): InventoryLine {
  const { inCity = 0 } = input;
  return {
    ref: ref(table, `L${index + 1}`, index + 1),
    variant: input.variant ?? null,
    segment: input.segment ?? null,
    stage: input.stage ?? 'use',
    process: 'process',
    flow: input.flow ?? 'input',
    inCity: inCity === 'unknown' ? 'unknown' : decimal(inCity),
    amount: decimal(input.amount),
    unit: input.unit ?? 'kWh',
    per: input.per ?? 'functional-unit',
    factorId: input.factorId ?? 'F1',
    factor: decimal(input.factor),
    factorUnit: input.factorUnit ?? 'kg-CO2e/kWh',
    evidence: null,
    year: 2024,
    region: 'JP',
    pedigree: input.pedigree ?? [null, null, null, null, null],
    basicU: orNull(input.basicU),
    ...spreadOf(input.spread),
    parameter: input.parameter ?? null,
    note: null,
  };
}

export interface CaseInput {
  readonly baseline: readonly LineInput[];
  readonly product: readonly LineInput[];
  /** Quantity and unit, e.g. ['25000', 'h']. */
  readonly functionalUnit?: readonly [Numberish, string];
  readonly timeSense?: 'lifetime' | 'annual';
  /** Further KmcCase fields: a number, a text, or a quantity with its unit. */
  readonly fields?: Readonly<Record<string, number | string | readonly [Numberish, string]>>;
  readonly rate?: Numberish;
  readonly partners?: readonly (readonly ['in' | 'out' | 'unknown', Numberish, SpreadInput?])[];
  readonly units?: Numberish;
  readonly sales?: readonly (Partial<Omit<SalesRow, 'units' | 'returns' | 'ref'>> & {
    units: Numberish;
    returns?: Numberish;
  })[];
  readonly segments?: readonly (Partial<SegmentRow> & { id: string })[];
  readonly mix?: readonly {
    variant: string;
    share?: Numberish;
    basis?: MixRow['shareBasis'];
    from?: number;
    to?: number;
    service?: readonly [Numberish, string];
    years?: Numberish;
    segment?: string;
  }[];
  readonly factors?: readonly {
    id: string;
    value: Numberish;
    unit?: string;
    attributes?: Readonly<Record<string, string | null>>;
  }[];
  /** Survival and use by age, of all segments or of one. */
  readonly ages?: readonly (readonly [survival: Numberish, use: Numberish, segment?: string])[];
  /** Values by factor and year. */
  readonly paths?: Readonly<
    Record<string, Readonly<Record<number, Numberish | readonly [Numberish, Numberish | null, Numberish | null]>>>
  >;
  readonly sideEffects?: readonly LineInput[];
  readonly parameters?: readonly { symbol: string; value: Numberish; spread?: SpreadInput }[];
  readonly variations?: readonly (readonly [name: string, table: string, row: string, column: string, value: string])[];
}

/** A case as the reader would give it, from the few values a test is about. Everything not named is plain and complete. */
export function reading(input: CaseInput): Reading {
  const [quantity, unit] = input.functionalUnit ?? [1, 'kWh'];
  const fields = {
    functionalUnit: [quantity, unit] as const,
    timeSense: input.timeSense ?? 'lifetime',
    fiscalYear: 2025,
    reductionUnit: 'kg-CO2e',
    reductionDigits: 3,
    avoidedDigits: 1,
    roundingMode: 'half-up',
    soldUnit: '台',
    ...input.fields,
  };
  const stated = fieldRows(fields);
  const rows = Object.fromEntries(Object.entries(stated).map(([key, field]) => [key, field.ref]));
  return { problems: [], case: { ...emptyCase(), ...tables(input), fields: stated, fieldRows: rows } };
}

function fieldRows(fields: Record<string, number | string | readonly [Numberish, string]>): Record<string, CaseField> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value], index): [string, CaseField] => {
      const [number, unit] = Array.isArray(value)
        ? [value[0] as Numberish, value[1] as string]
        : [value as Numberish, null];
      const isText = typeof value === 'string';
      return [
        key,
        {
          ref: ref('KmcCase', key, index + 1),
          key,
          text: isText ? value : null,
          number: isText ? null : decimal(number),
          unit,
          basis: null,
          note: null,
        },
      ];
    }),
  );
}

function tables(input: CaseInput) {
  const partners = input.partners ?? [['in', input.rate ?? 1] as const];
  const sales = input.sales ?? [{ units: input.units ?? 1 }];
  return {
    baseline: { lines: input.baseline.map((each, index) => line('KmcBaseline', each, index)) },
    product: { lines: input.product.map((each, index) => line('KmcProduct', each, index)) },
    contribution: partners.map(([inCity, share, spread], index): ContributionRow => ({
      ref: ref('KmcContribution', `C${index + 1}`, index + 1),
      partner: `partner ${index + 1}`,
      role: null,
      inCity,
      method: 'agreed-share',
      numerator: null,
      denominator: null,
      unit: null,
      year: null,
      share: decimal(share),
      ...spreadOf(spread),
      evidence: null,
    })),
    sales: sales.map((row, index): SalesRow => ({
      segment: null,
      period: 2025,
      place: null,
      placeBasis: null,
      inCity: 'out',
      unit: '台',
      status: 'realized',
      distribution: null,
      low: null,
      high: null,
      evidence: null,
      ...row,
      ref: ref('KmcSales', `S${index + 1}`, index + 1),
      units: decimal(row.units),
      returns: row.returns === undefined ? null : decimal(row.returns),
    })),
    segments: (input.segments ?? []).map(({ id, ...row }, index): SegmentRow => ({
      description: null,
      functionalUnitsPerUnit: null,
      productService: null,
      baselineService: null,
      serviceUnit: null,
      productServiceYears: null,
      baselineServiceYears: null,
      ...row,
      ref: ref('KmcSegments', id, index + 1),
    })),
    mix: (input.mix ?? []).map((row, index): MixRow => ({
      ref: ref('KmcMix', `M${index + 1}`, index + 1),
      variant: row.variant,
      segment: row.segment ?? null,
      share: orNull(row.share),
      shareBasis: row.basis ?? 'service',
      fromYear: row.from ?? null,
      toYear: row.to ?? null,
      service: row.service ? decimal(row.service[0]) : null,
      serviceUnit: row.service ? row.service[1] : null,
      serviceYears: row.years === undefined ? null : decimal(row.years),
      year: null,
      source: null,
      evidence: null,
    })),
    factors: (input.factors ?? []).map(({ id, value, unit, attributes }, index): Factor => ({
      ref: ref('KmcFactors', id, index + 1),
      value: decimal(value),
      unit: unit ?? 'kg-CO2e/kWh',
      attributes: attributes ?? {},
    })),
    ages: ageRows(input.ages ?? []),
    factorPaths: Object.entries(input.paths ?? {})
      .flatMap(([factorId, path]) => Object.entries(path).map(([year, value]) => [factorId, year, value] as const))
      .map(([factorId, year, value], index): FactorPathRow => {
        const [central, low, high] = Array.isArray(value) ? value : [value as Numberish, null, null];
        return {
          ref: ref('KmcFactorPaths', `P${index + 1}`, index + 1),
          factorId,
          year: Number(year),
          value: decimal(central),
          low: orNull(low),
          high: orNull(high),
          source: null,
          evidence: null,
        };
      }),
    sideEffects: { lines: (input.sideEffects ?? []).map((each, index) => line('KmcSideEffects', each, index)) },
    parameters: (input.parameters ?? []).map(({ symbol, value, spread }, index): ParameterRow => ({
      ref: ref('KmcParameters', symbol, index + 1),
      item: null,
      value: decimal(value),
      unit: null,
      ...spreadOf(spread),
      kind: null,
      period: null,
      evidence: null,
    })),
    variations: (input.variations ?? []).map(([name, table, row, column, value], index): VariationRow => ({
      ref: ref('KmcVariations', `V${index + 1}`, index + 1),
      name,
      table,
      row,
      column,
      value,
    })),
  };
}

function ageRows(ages: NonNullable<CaseInput['ages']>): AgeRow[] {
  const next = new Map<string | null, number>();
  return ages.map(([survival, use, segment = null], index) => {
    const age = next.get(segment as string | null) ?? 0;
    next.set(segment as string | null, age + 1);
    return {
      ref: ref('KmcYears', `Y${index + 1}`, index + 1),
      segment: segment as string | null,
      age,
      survival: decimal(survival),
      use: decimal(use),
      evidence: null,
    };
  });
}

function emptyCase(): Case {
  return {
    language: 'en',
    templateVersion: '1',
    locations: {},
    fields: {},
    fieldRows: {},
    baseline: { lines: [] },
    product: { lines: [] },
    factors: [],
    sales: [],
    contribution: [],
    evidence: [],
    segments: [],
    mix: [],
    parameters: [],
    exclusions: [],
    allocation: [],
    ages: [],
    factorPaths: [],
    sideEffects: { lines: [] },
    variations: [],
  };
}
