import { analysisKey, inputName, type Analysis, type NumberUncertainty } from './analysis';
import type { Problem } from './case/types';
import type { Assessment } from './calculation/types';
import type { Variation } from './calculation/variations';
import { KmcError, message, type Message } from './message';
import { doubleOf, type Decimal } from './quantity/decimal';
import { ANALYSIS_BLOCKS, type AnalysisBlock } from './template/analysisLayout';
import type { CellRef, CellValue, RangeRef } from './workbook/cell';
import type { Edit } from './workbook/edit';
import { precedents } from './workbook/precedents';
import type { WorkbookSnapshot } from './workbook/snapshot';

export interface Recorded {
  readonly assessment: Assessment;
  readonly variations: readonly Variation[];
  readonly analysis: Analysis;
}

type Row = readonly CellValue[];

/** `t-CO2e` from the model's kg-CO2e. */
const TONNES = '0.001';

/**
 * What writes an analysis onto the workbook's analysis sheet, in place of what stood there.
 * @param say the workbook's language
 * @throws KmcError where the workbook has no such sheet
 */
export function analysisEdits(
  snapshot: WorkbookSnapshot,
  recorded: Recorded,
  say: (text: string | Message) => string,
): readonly Edit[] {
  return Object.entries(blocksOf(recorded, say)).flatMap(([name, rows]) => {
    const range = rangeOf(snapshot, name);
    if (!range) throw new KmcError(message('analysis.no-sheet'));
    return writeBlock(range, fitted(name as AnalysisBlock, rows, say));
  });
}

/** Whether the workbook's record belongs to the inputs of now. */
export type RecordState = 'no-sheet' | 'none' | 'current' | 'outdated';

export function recordState(snapshot: WorkbookSnapshot, assessment: Assessment): RecordState {
  if (!hasAnalysisSheet(snapshot)) return 'no-sheet';
  const cell = keyCell(snapshot);
  const recorded = cell && snapshot.sheets.find(({ name }) => name === cell.sheet)?.value(cell.row, cell.column);
  if (!recorded) return 'none';
  return recorded === analysisKey(assessment) ? 'current' : 'outdated';
}

function keyCell(snapshot: WorkbookSnapshot): CellRef | null {
  const range = rangeOf(snapshot, 'KmcAnalysisKey');
  return range && { sheet: range.sheet, row: range.top, column: range.left };
}

/** A recorded analysis of other inputs than those of now would be quoted wrongly. */
export function recordProblems(snapshot: WorkbookSnapshot, assessment: Assessment): readonly Problem[] {
  if (recordState(snapshot, assessment) !== 'outdated') return [];
  const cell = keyCell(snapshot);
  return [{ severity: 'warn', message: message('analysis.outdated'), cell, table: null, rowId: null, column: null }];
}

/** Whether the workbook has a sheet to record an analysis on. */
export const hasAnalysisSheet = (snapshot: WorkbookSnapshot): boolean => rangeOf(snapshot, 'KmcAnalysisFor') !== null;

function rangeOf({ names, tables }: WorkbookSnapshot, name: string): RangeRef | null {
  const formula = names.find((one) => one.name === name && one.sheet === null)?.formula;
  const [found] = formula ? precedents(formula, { sheet: '', row: 0, column: 0 }, tables) : [];
  return found?.kind === 'range' ? found.range : null;
}

function writeBlock({ sheet, top, left, bottom, right }: RangeRef, rows: readonly Row[]): Edit[] {
  const edits: Edit[] = [];
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      const value = rows[row - top]?.[column - left] ?? null;
      edits.push({ kind: 'set-value', cell: { sheet, row, column }, value });
    }
  }
  return edits;
}

/** What finds no room is counted in the last row: a list that just ends would pass for the whole. */
function fitted(name: AnalysisBlock, rows: readonly Row[], say: (text: Message) => string): readonly Row[] {
  const room = ANALYSIS_BLOCKS[name].rows;
  if (rows.length <= room) return rows;
  const more = message('analysis.more', { count: rows.length - room + 1 });
  return [...rows.slice(0, room - 1), [say(more)]];
}

const number = (value: Decimal | null): CellValue => value && doubleOf(value);

function blocksOf(
  { assessment, variations, analysis }: Recorded,
  say: (text: string | Message) => string,
): Record<AnalysisBlock, readonly Row[]> {
  const { reductionPerUnit, avoided } = assessment;
  return {
    KmcAnalysisFor: [[number(reductionPerUnit.value)], [number(avoided.value)]],
    KmcAnalysisKey: [[analysisKey(assessment)]],
    KmcAnalysisRuns: [analysis.reduction ? [analysis.runs, analysis.seed, analysis.drawn, analysis.inputs] : []],
    KmcAnalysisUncertainty: [
      uncertaintyRow(analysis.reduction, reductionPerUnit.unit, scaleOf(reductionPerUnit.unit)),
      uncertaintyRow(analysis.avoided, avoided.unit, Number(TONNES)),
    ],
    KmcAnalysisSensitivity: sensitivityRows(analysis, say),
    KmcAnalysisVariations: variations.map(({ name, changes, ...numbers }) => [
      name,
      number(numbers.reductionPerUnit.value),
      number(numbers.avoided.value),
      changes.map(({ table, row, column, from, to }) => `${table} ${row} ${column}: ${from ?? ''} → ${to}`).join('; '),
    ]),
    KmcAnalysisSales: assessment.sales.map(({ status, year, units, avoided: tonnes }) => [
      say(`choices.salesStatus.${status}`),
      year,
      number(units),
      number(tonnes),
    ]),
    KmcAnalysisYears: yearRows(assessment),
  };
}

const PER_KILOGRAM: Readonly<Record<string, number>> = { 'g-CO2e': 1000, 'kg-CO2e': 1, 't-CO2e': 0.001 };

/** @param unit of a result, `g-CO2e/kWh` */
const scaleOf = (unit: string): number => PER_KILOGRAM[unit.split('/')[0]!] ?? NaN;

function uncertaintyRow(of: NumberUncertainty | null, unit: string, scale: number): Row {
  if (!of) return [unit];
  const { low, median, mean, high, standardDeviation, probabilityNotPositive } = of.summary;
  const closed = of.closedForm;
  const byFormula = (value: Decimal | null | undefined) => (value ? doubleOf(value.times(scale)) : null);
  return [
    unit,
    ...[low, median, mean, high, standardDeviation].map((value) => value * scale),
    byFormula(closed?.mean),
    byFormula(closed?.standardDeviation),
    probabilityNotPositive,
  ];
}

function sensitivityRows({ model, sensitivity }: Analysis, say: (text: string) => string): readonly Row[] {
  return sensitivity.map(({ input, low, high, varianceShare, signFlip, flipNote }) => {
    const { unit, central } = model!.inputs[input]!;
    return [
      inputName(model!.inputs[input]!),
      unit,
      number(central),
      number(low.value),
      number(high.value),
      number(low.avoided && low.avoided.times(TONNES)),
      number(high.avoided && high.avoided.times(TONNES)),
      varianceShare.avoided ?? varianceShare.reduction,
      signFlip && !flipNote ? number(signFlip) : say('analysis.none'),
    ];
  });
}

/** Sale years and calendar years side by side; both columns have the same sum. */
function yearRows({ years }: Assessment): readonly Row[] {
  if (!years) return [];
  const all = new Set([...years.saleYears, ...years.calendarYears].map(({ year }) => year));
  return [...all]
    .sort((one, other) => one - other)
    .map((year) => {
      const sale = years.saleYears.find((row) => row.year === year);
      const calendar = years.calendarYears.find((row) => row.year === year);
      return [year, number(sale?.units ?? null), number(sale?.avoided ?? null), number(calendar?.avoided ?? null)];
    });
}
