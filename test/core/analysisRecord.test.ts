import { analyse, analysisKey } from '../../src/core/analysis';
import { analysisEdits } from '../../src/core/analysisRecord';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { evaluate } from '../../src/core/pipeline';
import { recalculated } from '../../src/core/recalculated';
import { ANALYSIS_BLOCKS } from '../../src/core/template/analysisLayout';
import { exampleNamed } from '../../src/core/template/examples/registry';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import type { CellValue } from '../../src/core/workbook/cell';
import type { Edit } from '../../src/core/workbook/edit';
import { precedents } from '../../src/core/workbook/precedents';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { withEdits } from '../../src/core/workbook/withEdits';
import { translator } from '../../src/locales/translator';
import { planSnapshot } from '../support/planSnapshot';

const say = translator('en');

async function calculated(snapshot: WorkbookSnapshot, edits: readonly Edit[] = []): Promise<WorkbookSnapshot> {
  const edited = withEdits(snapshot, edits);
  const changed = edits.map(({ cell }) => cell);
  return recalculated(edited, await createRecalculator().recalculate(edited, changed)).snapshot;
}

async function recorded() {
  const plan = planWorkbook({ language: 'en', content: exampleNamed('radar').content });
  const before = await calculated(planSnapshot(plan));
  const outcome = evaluate(before);
  const analysis = analyse(outcome.assessment);
  const snapshot = await calculated(before, analysisEdits(before, { ...outcome, analysis }, say));
  return { before, snapshot, outcome, analysis };
}

function cells(snapshot: WorkbookSnapshot, name: string): CellValue[][] {
  const { formula } = snapshot.names.find((one) => one.name === name)!;
  const [found] = precedents(formula, { sheet: '', row: 0, column: 0 }, snapshot.tables);
  if (found?.kind !== 'range') throw new Error(`${name} names no range`);
  const { sheet, top, left, bottom, right } = found.range;
  const source = snapshot.sheets.find((one) => one.name === sheet)!;
  return Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => source.value(top + row, left + column)),
  );
}

const state = (snapshot: WorkbookSnapshot) => cells(snapshot, 'KmcAnalysisState')[0]![0];
const texts = { none: 'Nothing recorded yet', current: 'Belongs to the numbers of now' };

/** The first sales row's units, which both numbers depend on. */
function fewerUnits(snapshot: WorkbookSnapshot): Edit {
  const { range, columns } = snapshot.tables.find(({ name }) => name === 'KmcSales')!;
  const cell = { sheet: range.sheet, row: range.top + 1, column: range.left + columns.indexOf('Units') };
  return { kind: 'set-value', cell, value: 2 };
}

const outdated = (snapshot: WorkbookSnapshot) =>
  evaluate(snapshot).problems.filter(({ message }) => message.code === 'analysis.outdated');

it('holds what the pane shows, and says that it belongs to the numbers of now', async () => {
  const { before, snapshot, outcome, analysis } = await recorded();
  expect(state(before)).toBe(texts.none);
  expect(state(snapshot)).toBe(texts.current);
  expect(cells(snapshot, 'KmcAnalysisFor').flat()).toEqual([
    outcome.assessment.reductionPerUnit.value!.toNumber(),
    outcome.assessment.avoided.value!.toNumber(),
  ]);
  const [reduction, avoided] = cells(snapshot, 'KmcAnalysisUncertainty');
  expect(reduction!.slice(0, 2)).toEqual([outcome.assessment.reductionPerUnit.unit, analysis.reduction!.summary.low]);
  expect(avoided![4]).toBeCloseTo(analysis.avoided!.summary.high / 1000, 9);
  const years = cells(snapshot, 'KmcAnalysisYears').filter(([year]) => year !== null);
  const sum = (column: number) => years.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  expect(years).toHaveLength(15);
  expect(sum(2)).toBeCloseTo(sum(3), 6);
  expect(sum(3)).toBeCloseTo(outcome.assessment.avoided.value!.toNumber(), 6);
  expect(outdated(snapshot)).toEqual([]);
}, 60_000);

it('tells on the sheet and among the problems when an input is another one', async () => {
  const { snapshot } = await recorded();
  const changed = await calculated(snapshot, [fewerUnits(snapshot)]);
  expect(state(changed)).toBe('Out of date: the numbers have changed since. Record it again.');
  expect(outdated(changed)).toHaveLength(1);
}, 60_000);

it('replaces a record by a shorter one whole, and counts what finds no room', async () => {
  const { snapshot, outcome, analysis } = await recorded();
  const { rows } = ANALYSIS_BLOCKS.KmcAnalysisSensitivity;
  const found = cells(snapshot, 'KmcAnalysisSensitivity');
  expect(analysis.sensitivity.length).toBeGreaterThan(rows);
  expect(found[rows - 1]![0]).toBe(
    `${analysis.sensitivity.length - rows + 1} more are in the pane and in kmc calculate --json`,
  );
  const shorter = { ...analysis, sensitivity: analysis.sensitivity.slice(0, 2) };
  const again = withEdits(snapshot, analysisEdits(snapshot, { ...outcome, analysis: shorter }, say));
  expect(cells(again, 'KmcAnalysisSensitivity').filter(([input]) => input !== null)).toHaveLength(2);
}, 60_000);

it('has another key for another input, and the same one for sorted lines', async () => {
  const { outcome } = await recorded();
  const { models } = outcome.assessment;
  const model = models.avoided!;
  const sorted = { ...model, terms: [...model.terms].reverse() };
  const spread = { ...model, inputs: model.inputs.map((input, at) => (at === 0 ? { ...input, spread: null } : input)) };
  const key = (changed: typeof model) =>
    analysisKey({ ...outcome.assessment, models: { reduction: changed, avoided: changed } });
  expect(key(sorted)).toBe(key(model));
  expect(key(spread)).not.toBe(key(model));
}, 60_000);
