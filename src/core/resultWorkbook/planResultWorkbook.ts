import { assess } from '../calculation/assess';
import type { ReductionModel } from '../calculation/model';
import type { Case } from '../case/types';
import { reportContext, type ReportContext } from '../report/context';
import type { ReportInput } from '../report/input';
import { stampOf } from '../report/reportOf';
import type { WorkbookPlan } from '../template/plan';
import { writeBlocks, writePerUnit, writeWhole, type PerUnit, type Whole } from './check';
import { resultSheet } from './resultSheet';
import { landscape, SheetWriter } from './sheet';
import { valueSheets, type ValueSheets } from './valueSheets';

/** Where the check gives the two certified numbers; `null` for a number that there is not. */
export interface Checks {
  readonly perUnit: PerUnit | null;
  readonly whole: Whole | null;
}

/**
 * A workbook of values and native formulas that gives the certified numbers without the add-in: the result sheet, the check that works
 * them out line by line, and the applicant's inputs it reads. Every formula carries its value, so that a viewer that does not calculate
 * shows it, too.
 */
export function planResultWorkbook(input: ReportInput): WorkbookPlan {
  const context = reportContext(input);
  const values = valueSheets(context);
  const writer = new SheetWriter(
    'check',
    context.own('workbook.check'),
    [30, 26, 18, 18, 18, 18, 18, 18, 18, 18, 18],
    landscape(1),
  );
  writer.title(`${context.own('workbook.check')}  ${context.own('workbook.checkReading')}`, 'subtitle');
  const checks = writeChecks(context, writer, values.addressOf);
  const { sheet, names } = resultSheet(context, checks, stampOf(context));
  return {
    language: input.language,
    title: context.own('workbook.title'),
    sheets: [sheet, writer.plan(1), ...values.plans],
    names,
  };
}

function writeChecks(context: ReportContext, writer: SheetWriter, addressOf: ValueSheets['addressOf']): Checks {
  const { reduction, avoided } = modelsOf(context);
  const { own } = context;
  if (!reduction) {
    writer.line([own('workbook.noNumbers')], 'warning');
    return { perUnit: null, whole: null };
  }
  const { perUnit, inputs, segments } = writePerUnit(context, writer, reduction, addressOf);
  if (!avoided) return { perUnit, whole: null };
  if (avoided === reduction) return { perUnit, whole: writeWhole(context, writer, reduction, inputs, segments) };
  writer.next();
  writer.title(own('workbook.onStock'), 'subtitle');
  const blocks = writeBlocks(context, writer, avoided, addressOf);
  return { perUnit, whole: writeWhole(context, writer, avoided, blocks.inputs, blocks.segments) };
}

/** A stated spread that contradicts itself takes the models away, not the numbers: without its spreads the case has both. */
function modelsOf({ outcome }: ReportContext): Readonly<Record<'reduction' | 'avoided', ReductionModel | null>> {
  const { models, reductionPerUnit } = outcome.assessment;
  if (models.reduction || reductionPerUnit.value === null) return models;
  return assess({ case: withoutSpreads(outcome.case), problems: [] }).models;
}

const EXACT = { distribution: null, low: null, high: null } as const;

function withoutSpreads(source: Case): Case {
  const side = ({ lines }: Case['baseline']) => ({
    lines: lines.map((line) => ({ ...line, ...EXACT, basicU: null, pedigree: [] })),
  });
  return {
    ...source,
    baseline: side(source.baseline),
    product: side(source.product),
    sideEffects: side(source.sideEffects),
    factors: source.factors.map((factor) => ({
      ...factor,
      attributes: { ...factor.attributes, u95: null, low: null, high: null, distribution: null },
    })),
    sales: source.sales.map((row) => ({ ...row, ...EXACT })),
    contribution: source.contribution.map((row) => ({ ...row, ...EXACT })),
    parameters: source.parameters.map((row) => ({ ...row, ...EXACT })),
    factorPaths: source.factorPaths.map((row) => ({ ...row, low: null, high: null })),
  };
}
