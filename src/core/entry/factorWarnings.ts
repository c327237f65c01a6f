import type { Case } from '../case/types';
import { message, type Message } from '../message';
import type { FactorWarning, ReferenceFactor } from '../reference/factor';
import { validity } from '../reference/validity';

/**
 * What a person must know before a factor enters the case: what its source says of it, what its attributes mean, and what of it does not
 * fit this case (year, GWP set).
 */
export function factorWarnings(factor: ReferenceFactor, read: Pick<Case, 'fields'>): readonly Message[] {
  const stated = new Set<FactorWarning>([...factor.warnings, ...impliedBy(factor)]);
  const codes = [...stated].map((code) => message(`reference.warnings.${code}`));
  return [...yearWarning(factor, read), ...gasWarnings(factor, read), ...codes];
}

/** Said of every factor with the attribute, whether or not its source says so itself. */
function impliedBy({ boundary, heatBasis, gridKind, warnings }: ReferenceFactor): readonly FactorWarning[] {
  const isPart = warnings.includes('upstream-only') || warnings.includes('losses-only');
  return [
    ...(boundary === 'direct' ? (['direct-only'] as const) : []),
    ...(boundary === 'with-upstream' && !isPart ? (['life-cycle-not-direct'] as const) : []),
    ...(heatBasis === 'gross' ? (['gross-heat'] as const) : []),
    ...(heatBasis === 'net' ? (['net-heat'] as const) : []),
    ...(gridKind === 'average' ? (['average-not-marginal'] as const) : []),
  ];
}

function yearWarning(factor: ReferenceFactor, { fields }: Pick<Case, 'fields'>): readonly Message[] {
  const year = fields['fiscalYear']?.number?.toNumber();
  if (year === undefined || factor.kind === 'gwp') return [];
  switch (validity(factor, year)) {
    case 'asked-year':
      return [];
    case 'other-years':
      return [
        message('inventory.warning.other-years', { year, from: factor.validFrom ?? '', to: factor.validTo ?? '' }),
      ];
    case 'not-stated':
      return [
        factor.resultYear === null
          ? message('inventory.warning.year-not-stated', { year })
          : message('inventory.warning.measured-in', { year, measured: factor.resultYear }),
      ];
  }
}

function gasWarnings({ gases, gwpSet }: ReferenceFactor, { fields }: Pick<Case, 'fields'>): readonly Message[] {
  const asked = fields['gwpSet']?.text ?? null;
  const differs = gwpSet !== null && asked !== null && gwpSet !== asked;
  return [
    ...(gases === 'CO2' ? [message('inventory.warning.co2-only')] : []),
    ...(differs ? [message('inventory.warning.gwp-differs', { own: gwpSet, asked })] : []),
  ];
}
