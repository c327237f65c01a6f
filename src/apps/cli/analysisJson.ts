import type { Analysis, NumberUncertainty } from '../../core/analysis';
import type { Assessment } from '../../core/calculation/types';
import type { Outcome } from '../../core/outcome';
import type { Decimal } from '../../core/quantity/decimal';
import type { SensitivityEnd } from '../../core/uncertainty/types';
import type { Session } from './terminal';

const text = (value: Decimal | null | undefined) => (value ? value.toFixed() : null);

/** Simulation results are doubles and stand as numbers; everything exact stands as a decimal text. */
export function uncertaintyJson({ say }: Session, analysis: Analysis | null) {
  if (!analysis) return null;
  const number = (of: NumberUncertainty | null, unit: string) =>
    of && {
      unit,
      ...of.summary,
      closedForm: of.closedForm?.mean
        ? { mean: text(of.closedForm.mean), standardDeviation: text(of.closedForm.standardDeviation) }
        : { mean: null, reason: of.closedForm && 'reason' in of.closedForm ? say(of.closedForm.reason) : null },
    };
  const { runs, seed, drawn, inputs } = analysis;
  return {
    ...{ runs, seed, drawn, inputs },
    reduction: number(analysis.reduction, 'kg-CO2e'),
    avoided: number(analysis.avoided, 'kg-CO2e'),
    reasons: analysis.reasons.map(say),
  };
}

export function sensitivityJson({ say }: Session, analysis: Analysis | null) {
  const inputs = analysis?.model?.inputs ?? [];
  const end = ({ value, reduction, avoided }: SensitivityEnd) => ({
    value: text(value),
    reduction: text(reduction),
    avoided: text(avoided),
  });
  return (analysis?.sensitivity ?? []).map((row) => {
    const { id, kind, label, central, unit, spread } = inputs[row.input]!;
    return {
      ...{ id, kind, label, unit, central: text(central), distribution: spread?.distribution ?? null },
      by: row.kind,
      low: end(row.low),
      high: end(row.high),
      swing: { reduction: text(row.swing.reduction), avoided: text(row.swing.avoided) },
      varianceShare: row.varianceShare,
      signFlip: text(row.signFlip),
      noFlip: row.noFlip && say(row.noFlip),
      flipNote: row.flipNote && say(row.flipNote),
    };
  });
}

/** t-CO2e. */
export function yearsJson({ say }: Session, { years, yearsReasons }: Assessment) {
  const row = ({ year, avoided }: { readonly year: number; readonly avoided: Decimal }) => ({
    year,
    avoided: text(avoided),
  });
  if (!years) return { saleYears: null, calendarYears: null, total: null, reasons: yearsReasons.map(say) };
  return {
    saleYears: years.saleYears.map((sale) => ({ ...row(sale), units: text(sale.units), years: sale.years.map(row) })),
    calendarYears: years.calendarYears.map(row),
    total: text(years.total),
    reasons: [],
  };
}

export function variationsJson({ say }: Session, { variations }: Outcome) {
  return variations.map(({ name, changes, reductionPerUnit, avoided, reasons }) => ({
    name,
    changes,
    reductionPerUnit: text(reductionPerUnit.value),
    avoided: text(avoided.value),
    reasons: reasons.map(say),
  }));
}

export const salesJson = ({ sales }: Assessment) =>
  sales.map(({ status, year, units, avoided }) => ({ status, year, units: text(units), avoided: text(avoided) }));

export const partnersJson = ({ partners }: Assessment) =>
  partners.map(({ ref, partner, inCity, share, avoided }) => ({
    ...{ id: ref.id, partner, inCity, share: text(share), avoided: text(avoided) },
  }));
