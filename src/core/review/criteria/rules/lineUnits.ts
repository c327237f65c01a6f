import type { Factor, Problem } from '../../../case/types';
import { message } from '../../../message';
import { emissionRatio } from '../../../quantity/emissionRatio';
import { Decimal } from '../../../quantity/decimal';
import { parseUnit } from '../../../quantity/parseUnit';
import { checkImpliedFactor } from '../../../reference/plausibility';
import { FUEL_BANDS, type Fuel } from '../../../reference/fuelBands';
import { atRow } from '../at';
import { owning } from '../owned';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';
import { attributeOf, byFactor, factorName, usedLines, type UsedLine } from '../usedLines';

const TABLES = ['KmcBaseline', 'KmcProduct', 'KmcSideEffects', 'KmcFactors'];
const UNIT_COLUMNS = ['unit', 'factorUnit'];
const certain = owning(['reader.line-units', 'reader.not-an-emission-factor', 'calculation.line-units'], TABLES);

/** How a fuel is called, to judge its factor by what burning it gives. */
const FUELS: readonly (readonly [Fuel, RegExp])[] = [
  ['gasoline', /ガソリン|gasoline|petrol\b/i],
  ['diesel', /軽油|diesel|gas oil/i],
  ['kerosene', /灯油|kerosene|burning oil/i],
];

/** Amount × factor comes out in kg-CO2e, and a factor is of the size its kind can have. */
export const lineUnits: Rule = {
  id: 'line-units',
  criterion: 'A2',
  severity: 'block',
  basis: 'assumption',
  source:
    'This tool: units are checked, not guessed; bands of fuels from the factors of Japan and the UK, of electricity a setting',
  owns: (problem) => certain(problem) || refusedUnit(problem),
  judges: bothSides,
  check: (input) =>
    [...byFactor(usedLines(input))].flatMap(([factor, lines]) => [
      ...implausible(input, factor, lines),
      ...implausibleYears(input, factor),
    ]),
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'tonnes-for-kilograms',
      sample: 'radar',
      changes: [{ table: 'KmcFactors', row: 'x.steel', column: 'unit', value: 't-CO2e/kg' }],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'x.steel', column: 'value' },
      alsoChanges: ['data-quality', 'sign-robust', 'line-complete', 'io-factors', 'negative-kept'],
    },
    {
      name: 'year-of-path',
      sample: 'water-pump',
      changes: [
        { table: 'KmcFactorPaths', row: 'G4', column: 'value', value: 41 },
        { table: 'KmcFactorPaths', row: 'G4', column: 'high', value: 45 },
      ],
      says: 'warn',
      at: { table: 'KmcFactorPaths', row: 'G4', column: 'value' },
      alsoChanges: ['baseline-legal-minimum'],
    },
    {
      name: 'mass-by-energy',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P1', column: 'unit', value: 'kWh' }],
      says: 'block',
      at: { table: 'KmcProduct', row: 'P1', column: 'unit' },
      alsoChanges: ['data-quality'],
    },
    {
      name: 'thousandfold-grid',
      sample: 'service',
      changes: [{ table: 'KmcFactors', row: 'jp.el.FY2024.national', column: 'value', value: 0.423 }],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'jp.el.FY2024.national', column: 'value' },
      alsoChanges: ['factor-snapshot', 'sign-robust', 'data-quality', 'line-complete'],
    },
    {
      name: 'tenfold-petrol',
      sample: 'service',
      changes: [
        { table: 'KmcFactors', row: 'x.car', column: 'nameJa', value: 'ガソリン' },
        { table: 'KmcFactors', row: 'x.car', column: 'unit', value: 'kg-CO2/L' },
        { table: 'KmcFactors', row: 'x.car', column: 'value', value: 28 },
        { table: 'KmcBaseline', row: 'B2', column: 'unit', value: 'L' },
        { table: 'KmcProduct', row: 'P2', column: 'unit', value: 'L' },
      ],
      says: 'warn',
      at: { table: 'KmcFactors', row: 'x.car', column: 'value' },
      alsoChanges: ['data-quality', 'line-complete'],
    },
  ],
};

const refusedUnit = ({ severity, table, column, message: { code } }: Problem): boolean =>
  severity === 'block' &&
  code.startsWith('reader.') &&
  TABLES.includes(table ?? '') &&
  UNIT_COLUMNS.includes(column ?? '');

function implausible(input: RuleInput, factor: Factor, lines: readonly UsedLine[]): readonly Verdict[] {
  const said = asEnergy(input, factor) ?? asFuel(factor) ?? asMaterial(factor, lines);
  return said ? [{ ...atRow(input, factor.ref, 'value', 'unit'), severity: 'warn', message: said }] : [];
}

/** A factor's path is of the size of its factor. */
const implausibleYears = (input: RuleInput, factor: Factor): readonly Verdict[] =>
  input.case.factorPaths
    .filter(({ factorId, value }) => factorId === factor.ref.id && value !== null)
    .flatMap(({ ref, value }) => {
      const ofYear = { ...factor, value };
      const said = asEnergy(input, ofYear) ?? asFuel(ofYear);
      return said ? [{ ...atRow(input, ref, 'value'), severity: 'warn' as const, message: said }] : [];
    });

/** kg-CO2e per kg: hardly a material is above, but for gases and precious metals. */
const MOST_PER_KG = 1000;
const GASES_AND_METALS =
  /hfc|pfc|hcfc|sf6|nf3|n2o|\br-?\d{2,3}|フロン|冷媒|一酸化二窒素|refrigerant|gwp|金[^属]|金$|白金|パラジウム|ロジウム|\bgold\b|platinum|palladium|rhodium|iridium/i;

function asMaterial(factor: Factor, lines: readonly UsedLine[]) {
  const isGas = lines.some(({ line }) => line.flow === 'direct-gas') || factor.ref.id.startsWith('gwp.');
  const implied = isGas || GASES_AND_METALS.test(nameOf(factor)) ? null : perUnit(factor, 'kg');
  if (!implied || implied.abs().lessThanOrEqualTo(MOST_PER_KG)) return null;
  const params = { factor: factorName(factor), implied: implied.toSignificantDigits(4).toString(), most: MOST_PER_KG };
  return message('rules.line-units.mass-out-of-band', params);
}

/** kg-CO2e that one of a unit gives; `null` where the factor is per something else. */
function perUnit({ value, unit }: Factor, of: string): Decimal | null {
  const [one, per] = [parseUnit(of), parseUnit(unit ?? '')];
  if (value === null || !one.ok || !per.ok) return null;
  const reduced = emissionRatio(one.value, per.value);
  return reduced.ok ? reduced.value.ratio.times(value) : null;
}

/** What holds energy is made per kWh of what it can hold, which is no kWh used. */
const STORES = /電池|バッテリ|蓄電|蓄熱|容量|batter|accumulator|storage|capacity/i;

const nameOf = ({ attributes }: Factor): string => `${attributes['nameJa'] ?? ''} ${attributes['nameEn'] ?? ''}`;

/** Of energy: electricity, and heat and fuels by their heat, which none exceeds. */
function asEnergy(input: RuleInput, factor: Factor) {
  const implied = STORES.test(nameOf(factor)) ? null : perUnit(factor, 'kWh');
  const most = threshold(input, 'gridFactorMost');
  const kind = attributeOf(factor, 'gridKind') === null ? 'energy' : 'grid';
  // What energy recovered elsewhere saves may be stated with its sign.
  const least = kind === 'grid' ? new Decimal(0) : most.negated();
  if (!implied || (implied.greaterThanOrEqualTo(least) && implied.lessThanOrEqualTo(most))) return null;
  const params = { factor: factorName(factor), implied: implied.toSignificantDigits(4).toString() };
  return message(`rules.line-units.${kind}-out-of-band`, { ...params, most: most.toString() });
}

function asFuel(factor: Factor) {
  const fuel = FUELS.find(([, words]) => words.test(nameOf(factor)))?.[0];
  if (!fuel) return null;
  const { per } = FUEL_BANDS[fuel];
  const implied = perUnit(factor, per);
  if (!implied) return null;
  const kilograms = { value: implied.toString(), unit: 'kg-CO2e' };
  const checked = checkImpliedFactor(fuel, { value: '1', unit: per }, kilograms);
  return checked.ok ? (checked.value?.message ?? null) : null;
}
