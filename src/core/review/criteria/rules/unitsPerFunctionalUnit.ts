import { message } from '../../../message';
import { isBlankField, notStated } from '../answers';
import type { Decimal } from '../../../quantity/decimal';
import { parseUnit } from '../../../quantity/parseUnit';
import { atField, atRow } from '../at';
import { anyOf, blankFields } from '../blank';
import { owning } from '../owned';
import type { Rule, RuleInput, Verdict } from '../rule';

/** How many functional units a sold unit delivers, and so how many pieces each side needs for one. */
export const unitsPerFunctionalUnit: Rule = {
  id: 'units-per-functional-unit',
  criterion: 'A2',
  severity: 'block',
  basis: 'framework',
  source: 'ICCA/WBCSD (2013) 3.3: reference flow and service life; ISO 14044 4.2.3.2: duration apart from quantity',
  owns: anyOf(
    blankFields('soldUnit'),
    owning([
      'calculation.k-missing',
      'calculation.service-contradicts',
      'calculation.service-missing',
      'calculation.service-positive',
      'calculation.service-unit',
      'calculation.service-unit-missing',
      'calculation.years-missing',
    ]),
  ),
  check: (input) => [
    ...(isBlankField(input, 'soldUnit') ? [notStated(input, 'soldUnit')] : []),
    ...unknownUnits(input),
    ...equalThoughLivesDiffer(input),
    ...hardlyAny(input),
    ...tooLong(input),
    ...manyOfSetProduct(input),
  ],
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'inverted',
      sample: 'photovoltaics',
      changes: [{ table: 'KmcCase', row: 'functionalUnitsPerUnit', column: 'value', value: 0.00002 }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'functionalUnitsPerUnit', column: 'value' },
    },
    {
      name: 'no-sold-unit',
      sample: 'service',
      changes: [{ table: 'KmcCase', row: 'soldUnit', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'soldUnit', column: 'value' },
    },
    {
      name: 'no-k',
      sample: 'service',
      changes: [{ table: 'KmcCase', row: 'functionalUnitsPerUnit', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'functionalUnitsPerUnit', column: 'value' },
    },
    {
      name: 'life-in-months',
      sample: 'water-heater',
      changes: [
        { table: 'KmcCase', row: 'productServiceYears', column: 'value', value: 120 },
        { table: 'KmcCase', row: 'baselineServiceYears', column: 'value', value: 120 },
      ],
      says: 'warn',
      at: { table: 'KmcCase', row: 'productServiceYears', column: 'value' },
    },
    {
      name: 'lives-differ',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'baselineServiceYears', column: 'value', value: 10 }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'baselineFunctionalUnitsPerUnit', column: 'value' },
    },
  ],
};

/** The calculation stops there without a problem of its own: the reduction per functional unit needs no such number. */
function unknownUnits(input: RuleInput): readonly Verdict[] {
  const { reasons } = input.assessment.avoided;
  if (!reasons.some(({ code }) => code === 'calculation.k-missing')) return [];
  return [
    {
      ...atField(input, 'functionalUnitsPerUnit', 'productService'),
      message: message('rules.units-per-functional-unit.no-k'),
    },
  ];
}

/** One piece of each side for one functional unit, though one piece lasts longer: typed alike, not worked out. */
function equalThoughLivesDiffer(input: RuleInput): readonly Verdict[] {
  const number = (key: string) => input.case.fields[key]?.number ?? null;
  const [product, baseline] = [number('functionalUnitsPerUnit'), number('baselineFunctionalUnitsPerUnit')];
  const [life, other] = [number('productServiceYears'), number('baselineServiceYears')];
  if (!product || !baseline || !life || !other || !product.equals(baseline) || life.equals(other)) return [];
  const params = { units: product.toString(), product: life.toString(), baseline: other.toString() };
  return [
    {
      ...atField(input, 'baselineFunctionalUnitsPerUnit', 'productServiceYears', 'baselineServiceYears'),
      severity: 'warn',
      message: message('rules.units-per-functional-unit.lives-differ', params),
      settle: message('rules.units-per-functional-unit.settle-lives'),
    },
  ];
}

/** Below it a sold unit gives next to nothing of what is compared: the quotient is mostly upside down. */
const LEAST = '0.001';

/** The functional units of a sold unit, for the case or a segment, so few that the two may have been interchanged. */
function hardlyAny(input: RuleInput): readonly Verdict[] {
  const said = (found: Decimal) => ({
    severity: 'warn' as const,
    message: message('rules.units-per-functional-unit.hardly-any', { found: found.toString(), least: LEAST }),
    settle: message('rules.units-per-functional-unit.settle-hardly-any'),
  });
  const isFew = (found: Decimal | null | undefined): found is Decimal =>
    found?.greaterThan(0) === true && found.lessThan(LEAST);
  const stated = input.case.fields['functionalUnitsPerUnit']?.number;
  return [
    ...(isFew(stated) ? [{ ...atField(input, 'functionalUnitsPerUnit'), ...said(stated) }] : []),
    ...input.case.segments.flatMap(({ ref, functionalUnitsPerUnit: found }) =>
      isFew(found) ? [{ ...atRow(input, ref, 'functionalUnitsPerUnit'), ...said(found) }] : [],
    ),
  ];
}

/** A part is in one set product: where these are counted, one part cannot make several of them. */
function manyOfSetProduct(input: RuleInput): readonly Verdict[] {
  const { isComponent, functionalUnit, functionalUnitsPerUnit, soldUnit } = input.case.fields;
  const [per, quantity] = [functionalUnitsPerUnit?.number, functionalUnit?.number];
  if (isComponent?.text !== 'yes' || !per || !quantity) return [];
  if (!isCounted(functionalUnit?.unit ?? null, false) || !isCounted(soldUnit?.text ?? null, true)) return [];
  const found = per.times(quantity);
  if (!found.greaterThan(1)) return [];
  return [
    {
      ...atField(input, 'functionalUnitsPerUnit', 'functionalUnit', 'isComponent'),
      severity: 'warn',
      message: message('rules.units-per-functional-unit.many-of-set', {
        found: found.toString(),
        unit: functionalUnit?.unit ?? '',
        sold: soldUnit?.text ?? '',
      }),
      settle: message('rules.units-per-functional-unit.settle-hardly-any'),
    },
  ];
}

/** @param orUnknown what a word that is no unit counts as: what is sold may be called anything */
function isCounted(text: string | null, orUnknown: boolean): boolean {
  const unit = parseUnit(text ?? '');
  return unit.ok ? Object.keys(unit.value.dimension).every((name) => name.startsWith('count:')) : orUnknown;
}

/** Years beyond which a life is mostly one in months. */
const LONGEST = 100;

const LIVES = ['productServiceYears', 'baselineServiceYears'] as const;

function tooLong(input: RuleInput): readonly Verdict[] {
  const isLong = (years: Decimal | null | undefined): years is Decimal => years?.greaterThan(LONGEST) === true;
  const said = (years: Decimal) => ({
    severity: 'warn' as const,
    message: message('rules.units-per-functional-unit.too-long', { years: years.toString(), most: LONGEST }),
    settle: message('rules.units-per-functional-unit.settle-too-long'),
  });
  return LIVES.flatMap((key) => {
    const stated = input.case.fields[key]?.number;
    return [
      ...(isLong(stated) ? [{ ...atField(input, key), ...said(stated) }] : []),
      ...input.case.segments.flatMap(({ ref, [key]: years }) =>
        isLong(years) ? [{ ...atRow(input, ref, key), ...said(years) }] : [],
      ),
    ];
  });
}
