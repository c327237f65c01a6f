import type { Analysis } from '../../core/analysis';
import type { Deductions, Result, StageResult } from '../../core/calculation/types';
import type { Problem } from '../../core/case/types';
import { DATASET } from '../../core/reference/dataset';
import type { Decimal } from '../../core/quantity/decimal';
import { roundedText } from '../../core/quantity/rounding';
import { PRODUCT_VERSION } from '../../core/version';
import { cellAddress } from '../../core/workbook/a1';
import { partnersJson, salesJson, sensitivityJson, uncertaintyJson, variationsJson, yearsJson } from './analysisJson';
import type { Session } from './terminal';
import type { CalculatedFile } from './workbookFile';

const text = (value: Decimal | null) => value && value.toFixed();

/** The outcome for programs: every value a decimal string, unrounded, with its rounded form beside it where one is reported. */
export function outcomeJson(session: Session, { outcome, notices }: CalculatedFile, analysis: Analysis | null): string {
  const { assessment, problems } = outcome;
  const result = (value: Result) => ({
    value: text(value.value),
    unit: value.unit,
    rounded: value.value && roundedText(value.value, value.rounding),
    rounding: value.rounding,
    reasons: value.reasons.map(session.say),
  });
  const body = {
    product: PRODUCT_VERSION,
    profile: assessment.profile,
    data: DATASET,
    reductionPerUnit: result(assessment.reductionPerUnit),
    avoided: { ...result(assessment.avoided), timeSense: assessment.timeSense },
    contributionRate: text(assessment.contributionRate.value),
    unitsOutside: text(assessment.unitsOutside.value),
    soldUnit: assessment.unitsOutside.unit,
    readings: {
      allStages: text(assessment.readings.allStages),
      outsideShare: text(assessment.readings.outsideShare),
      unit: 'kg-CO2e',
    },
    co2Only: assessment.co2Only,
    stages: assessment.stages.map(stage),
    segments: assessment.segments.map((segment) => ({
      segment: segment.segment,
      functionalUnitsPerUnit: text(segment.functionalUnitsPerUnit),
      unitsOutside: text(segment.unitsOutside),
      reduction: { allStages: text(segment.reduction.allStages), outsideShare: text(segment.reduction.outsideShare) },
      avoided: text(segment.avoided),
      stages: segment.stages.map(stage),
    })),
    deductions: {
      allStages: deductions(assessment.deductions.allStages),
      outsideShare: deductions(assessment.deductions.outsideShare),
      unit: 'kg-CO2e',
    },
    attribution: assessment.attribution,
    accounting: assessment.accounting,
    unallocated: text(assessment.unallocated.value),
    partners: partnersJson(assessment),
    sales: salesJson(assessment),
    years: yearsJson(session, assessment),
    uncertainty: uncertaintyJson(session, analysis),
    sensitivity: sensitivityJson(session, analysis),
    variations: variationsJson(session, outcome),
    settings: assessment.settings,
    problems: problems.map((problem) => problemJson(session, problem)),
    notices: notices.map(session.say),
  };
  return `${JSON.stringify(body, null, 2)}\n`;
}

const deductions = (of: Deductions | null) => of && { rebound: text(of.rebound), sideEffects: text(of.sideEffects) };

const stage = (row: StageResult) => ({
  stage: row.stage,
  baseline: text(row.baseline),
  product: text(row.product),
  reduction: text(row.reduction),
  lines: row.lines,
  unit: 'kg-CO2e',
});

function problemJson({ say }: Session, { severity, message, cell, table, rowId, column }: Problem) {
  return {
    severity,
    sheet: cell?.sheet ?? null,
    cell: cell && cellAddress(cell),
    table,
    row: rowId,
    column,
    code: message.code,
    message: say(message),
  };
}
