import type { SalesRow } from '../../../case/types';
import { message } from '../../../message';
import { sum } from '../../../quantity/decimal';
import { normaliseText } from '../../../quantity/normalise';
import { atField, atRow, type At } from '../at';
import { anyOf, blankCells } from '../blank';
import { owning } from '../owned';
import { isRefused } from '../refused';
import type { Rule, RuleInput, Verdict } from '../rule';
import { salesOfPeriod } from '../salesOfPeriod';

/** Units of the period stand on a document, say how their place is known, and add up to all that was sold. */
export const unitsEvidence: Rule = {
  id: 'units-evidence',
  criterion: 'B3',
  severity: 'block',
  basis: 'seed',
  source: 'Scheme description, certification criterion 6: methods to obtain data on the units sold outside the city',
  owns: anyOf(
    blankCells(['KmcSales'], 'evidence', 'placeBasis', 'place', 'inCity', 'units', 'unit'),
    owning([
      'calculation.sales-incomplete',
      'calculation.sales-place-unknown',
      'calculation.sales-unit',
      'calculation.sales-segment',
      'reader.sales-unit-differs',
      'reader.returns-above-units',
    ]),
    owning(['reader.below-zero'], ['KmcSales']),
  ),
  check: (input) => {
    const realized = salesOfPeriod(input).filter(({ status }) => status === 'realized');
    return [
      ...realized.flatMap((row) => ofRow(input, row)),
      ...input.case.sales.flatMap((row) => placeContradicts(input, row)),
      ...ofTotal(input, realized),
    ];
  },
  examples: [
    { name: 'as-is', sample: 'led-lighting', changes: [], says: 'warn' },
    { name: 'all-places-known', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'no-document',
      sample: 'radar',
      changes: [{ table: 'KmcSales', row: 'S2', column: 'evidence', value: null }],
      says: 'block',
      at: { table: 'KmcSales', row: 'S2', column: 'evidence' },
    },
    {
      name: 'no-place-basis',
      sample: 'radar',
      changes: [{ table: 'KmcSales', row: 'S1', column: 'placeBasis', value: null }],
      says: 'block',
      at: { table: 'KmcSales', row: 'S1', column: 'placeBasis' },
    },
    {
      name: 'city-called-outside',
      sample: 'service',
      changes: [{ table: 'KmcSales', row: 'S3', column: 'inCity', value: 'out' }],
      says: 'warn',
      at: { table: 'KmcSales', row: 'S3', column: 'inCity' },
    },
    {
      name: 'total-differs',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'unitsTotal', column: 'value', value: 7 }],
      says: 'block',
      at: { table: 'KmcCase', row: 'unitsTotal', column: 'value' },
    },
    {
      name: 'total-unknown',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'unitsTotal', column: 'value', value: null }],
      says: 'unknown',
      at: { table: 'KmcCase', row: 'unitsTotal', column: 'value' },
    },
  ],
};

function ofRow(input: RuleInput, { ref, evidence, placeBasis }: SalesRow): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  if (evidence === null && !isRefused(input, ref, 'evidence'))
    verdicts.push({
      ...atRow(input, ref, 'evidence'),
      message: message('rules.units-evidence.no-document', { id: ref.id }),
    });
  if (placeBasis === null && !isRefused(input, ref, 'placeBasis'))
    verdicts.push({
      ...atRow(input, ref, 'placeBasis'),
      message: message('rules.units-evidence.no-place-basis', { id: ref.id }),
    });
  return verdicts;
}

/** The city, as people write it in a place; a company of that name elsewhere is none. */
const CITY =
  /川崎市|(?:^|[\s、・,(])市内|(?:^|[\s、・(])川崎(?:$|[\s、・)区駅港])|\bkawasaki\b(?! (?:heavy|motors|steel))|in(?:side)? the city/;
const OUTSIDE = /市外|以外|除く|海外|国外|outside|abroad|overseas|except|excluding|other than/;

/** A place that is named one and counted the other: only what was sold outside counts. */
function placeContradicts(input: RuleInput, { ref, place, inCity }: SalesRow): readonly Verdict[] {
  const text = normaliseText(place ?? '').toLowerCase();
  const [isCity, isOutside] = [CITY.test(text), OUTSIDE.test(text)];
  if (isCity === isOutside || (inCity !== 'in' && inCity !== 'out') || (inCity === 'in') === isCity) return [];
  const params = { id: ref.id, place: place ?? '', counted: message(`choices.place.${inCity}`) };
  return [
    {
      ...atRow(input, ref, 'inCity', 'place'),
      severity: 'warn',
      message: message('rules.units-evidence.place-contradicts', params),
      settle: message('rules.units-evidence.settle-place'),
    },
  ];
}

/** All that was sold is what went out, what stayed in and what nobody knows of. */
function ofTotal(input: RuleInput, realized: readonly SalesRow[]): readonly Verdict[] {
  const total = input.case.fields['unitsTotal']?.number;
  const at = atField(input, 'unitsTotal');
  if (!total)
    return [
      {
        ...at,
        severity: 'unknown',
        message: message('rules.units-evidence.no-total'),
        settle: message('rules.units-evidence.settle-total'),
      },
    ];
  if (realized.some(({ units, inCity }) => units === null || inCity === null)) return [incomplete(at)];
  const found = sum(realized.map(({ units }) => units!));
  if (found.equals(total)) return [];
  const cells = realized.flatMap(({ ref }) => atRow(input, ref, 'units').cells);
  const params = { total: total.toString(), found: found.toString(), ...byPlace(realized) };
  return [{ ...at, cells: [...at.cells, ...cells], message: message('rules.units-evidence.total-differs', params) }];
}

const incomplete = (at: At): Verdict => ({
  ...at,
  severity: 'unknown',
  message: message('rules.units-evidence.total-incomplete'),
});

function byPlace(rows: readonly SalesRow[]) {
  const of = (place: SalesRow['inCity']) =>
    sum(rows.filter(({ inCity }) => inCity === place).map(({ units }) => units!)).toString();
  return { outside: of('out'), inside: of('in'), unknown: of('unknown') };
}
