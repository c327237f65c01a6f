import { failure, success, type Outcome } from '../message';
import { Decimal, decimalOfDouble } from '../quantity/decimal';
import { parseUnit } from '../quantity/parseUnit';
import { DATASET } from '../reference/dataset';
import type { ReferenceFactor } from '../reference/factor';
import type { RowContent } from '../template/content';

/**
 * A built-in factor as a row of KmcFactors: a snapshot that stays what it is when a later version of the product carries another figure.
 * @returns contents by column key, or why it cannot be such a row: `inventory.refused.not-a-factor` for a property such as a heat value,
 * `inventory.refused.value-not-kept` for a figure that no cell holds to its last digit
 */
export function factorRow(factor: ReferenceFactor): Outcome<RowContent> {
  if (!isEmissionFactor(factor)) return failure('inventory.refused.not-a-factor', { unit: factor.unit });
  const value = Number(factor.value);
  if (!decimalOfDouble(value).equals(new Decimal(factor.value)))
    return failure('inventory.refused.value-not-kept', { value: factor.value });
  const { id, nameJa, nameEn, unit, licence, redistribution } = factor;
  const optional = {
    gases: factor.gases,
    gwp: factor.gwpSet,
    gridKind: factor.gridKind,
    boundary: factor.boundary,
    heatBasis: factor.heatBasis,
    validFrom: factor.validFrom,
    validTo: factor.validTo,
    resultYear: factor.resultYear === null ? null : String(factor.resultYear),
  };
  const known = Object.entries(optional).flatMap(([key, text]) => (text === null ? [] : [[key, text] as const]));
  return success({
    ...{ id, nameJa, nameEn, value, unit },
    ...Object.fromEntries(known),
    ...{ region: factor.region, source: sourceText(factor), version: versionText(factor), licence, redistribution },
  });
}

/** As the reader demands it of KmcFactors: an emission per something else. */
export function isEmissionFactor({ unit }: Pick<ReferenceFactor, 'unit'>): boolean {
  const parsed = parseUnit(unit);
  if (!parsed.ok) return false;
  const { emission, ...others } = parsed.value.dimension;
  return emission === 1 && Object.keys(others).length > 0;
}

/** Publisher, title and the table in it. */
export function sourceText({ publisher, sourceTitle, tableRef }: ReferenceFactor): string {
  return [publisher, sourceTitle, tableRef].filter((part) => part !== null && part !== '').join(', ');
}

/** The source's edition, and the version of the built-in figures it was copied from. */
export function versionText({ edition }: ReferenceFactor): string {
  return [edition, `KMC ${DATASET.version}`].filter((part) => part !== null && part !== '').join(' / ');
}
