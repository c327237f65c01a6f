import type { Place as InCity, SALES_STATUSES } from '../../case/vocabulary';
import { sum } from '../../quantity/decimal';
import { placeName, refuse, type Place } from '../arguments';
import { defineFunction } from '../defineFunction';
import { pair } from '../pairing';
import { choices, numbers, optional, period, periods } from '../parameters';
import { numberResult } from '../results';

type Status = (typeof SALES_STATUSES)[number];

interface Limits {
  readonly from: number | null;
  readonly to: number | null;
}

/**
 * Units used outside the city (units outside, method): place of use `out`, and, where those columns are given, status `realized` and a
 * fiscal year from `from` to `to`, both included. A place that is unknown is not counted as outside. Returns are negative rows.
 */
export const UNITS_OUTSIDE = defineFunction({
  id: 'UNITS_OUTSIDE',
  parameters: {
    units: numbers(),
    inCity: choices<InCity>('place'),
    status: optional(choices<Status>('salesStatus')),
    period: optional(periods()),
    from: optional(period()),
    to: optional(period()),
  },
  result: 'scalar',
  examples: [
    { formula: '=KMC.UNITS_OUTSIDE({100;40;7},{"out";"in";"unknown"})', value: 100 },
    {
      formula:
        '=KMC.UNITS_OUTSIDE({100;80;60},{"out";"out";"out"},{"realized";"realized";"planned"},{"令和6年度";"令和7年度";"令和7年度"},2025,2025)',
      value: 80,
    },
  ],
  evaluate: ({ units, inCity, status, period, from, to }, at) => {
    refuseLimits({ from, to }, period !== null, at);
    const places = pair(units, inCity, at('units'), at('inCity'));
    const statuses = status && pair(units, status, at('units'), at('status'));
    const periods = period && pair(units, period, at('units'), at('period'));
    const counted = places.filter(
      ([, place], row) =>
        place === 'out' && isRealized(statuses?.[row]?.[1]) && isWithin(periods?.[row]?.[1], { from, to }),
    );
    return numberResult(sum(counted.map(([number]) => number)));
  },
});

const isRealized = (status: Status | undefined): boolean => status === undefined || status === 'realized';

const isWithin = (year: number | undefined, { from, to }: Limits): boolean =>
  year === undefined || ((from === null || year >= from) && (to === null || year <= to));

function refuseLimits(
  { from, to }: Limits,
  hasPeriod: boolean,
  at: (parameter: 'period' | 'from' | 'to') => Place,
): void {
  if (!hasPeriod && from !== null) refuse(at('period'), 'needed-with', { other: placeName(at('from')) });
  if (!hasPeriod && to !== null) refuse(at('period'), 'needed-with', { other: placeName(at('to')) });
  if (from !== null && to !== null && from > to)
    refuse(at('to'), 'before', { found: to, other: placeName(at('from')), limit: from });
}
