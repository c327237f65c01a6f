import { message, type Message } from '../../message';
import { Decimal } from '../../quantity/decimal';
import { normaliseText } from '../../quantity/normalise';
import { allFactors, DATASET } from '../../reference/dataset';
import type { ReferenceFactor } from '../../reference/factor';
import { factorById } from '../../reference/factorById';
import { placeName, type Place } from '../arguments';
import { defineFunction } from '../defineFunction';
import { nearestAmong } from '../../quantity/nearest';
import { optional, text } from '../parameters';
import { numberResult } from '../results';
import { FunctionError, type ScalarResult } from '../types';

type Field = (factor: ReferenceFactor) => ScalarResult | null;

const FIELDS: Readonly<Record<string, Field>> = {
  value: ({ value }) => numberResult(new Decimal(value)),
  unit: ({ unit }) => unit,
  nameJa: ({ nameJa }) => nameJa,
  nameEn: ({ nameEn }) => nameEn,
  kind: ({ kind }) => kind,
  parameter: ({ parameter }) => parameter,
  gases: ({ gases }) => gases,
  gwpSet: ({ gwpSet }) => gwpSet,
  region: ({ region }) => region,
  validFrom: ({ validFrom }) => validFrom,
  validTo: ({ validTo }) => validTo,
  resultYear: ({ resultYear }) => resultYear,
  activityYear: ({ activityYear }) => activityYear,
  gridKind: ({ gridKind }) => gridKind,
  boundary: ({ boundary }) => boundary,
  heatBasis: ({ heatBasis }) => heatBasis,
  source: ({ sourceTitle }) => sourceTitle,
  publisher: ({ publisher }) => publisher,
  edition: ({ edition }) => edition,
  table: ({ tableRef }) => tableRef,
  sourceUrl: ({ sourceUrl }) => sourceUrl,
  officialUrl: ({ officialUrl }) => officialUrl,
  licence: ({ licence }) => licence,
  redistribution: ({ redistribution }) => redistribution,
  warnings: ({ warnings }) => warnings.join(', ') || null,
  version: () => DATASET.version,
};

const nearestIds = nearestAmong(() => allFactors().map(({ id }) => id));

/**
 * One field of a built-in reference factor, its value when no field is named.
 * `#N/A` for an unknown id (naming near ones), and for a field the source does not state.
 */
export const FACTOR = defineFunction({
  id: 'FACTOR',
  parameters: { id: text(), field: optional(text()) },
  result: 'scalar',
  helpValues: { fields: Object.keys(FIELDS).join(', ') },
  examples: [
    { formula: '=KMC.FACTOR("jp.el.FY2024.national")', value: 0.000423 },
    { formula: '=KMC.FACTOR("jp.el.FY2024.national","unit")', value: 't-CO2/kWh' },
  ],
  evaluate: ({ id, field }, at) => {
    const [name, read] = fieldNamed(field ?? 'value', at('field'));
    const factor =
      factorById(normaliseText(id)) ??
      notFound('unknown-factor', at('id'), id, {
        near: nearestIds(id),
      });
    return read(factor) ?? notFound('empty-field', at('id'), id, { field: name });
  },
});

function fieldNamed(text: string, at: Place): readonly [string, Field] {
  const wanted = normaliseText(text).toLowerCase();
  const found = Object.entries(FIELDS).find(([name]) => name.toLowerCase() === wanted);
  return found ?? notFound('unknown-field', at, text, { fields: Object.keys(FIELDS) });
}

function notFound(fault: string, at: Place, found: string, params: Message['params']): never {
  throw new FunctionError('#N/A', message(`functions.errors.${fault}`, { argument: placeName(at), found, ...params }));
}
