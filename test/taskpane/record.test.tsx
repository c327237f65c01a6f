/** @jest-environment jsdom */
import { createMemoryHost } from '../../src/adapters/memory/memoryHost';
import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { analyse, analysisKey } from '../../src/core/analysis';
import { analysisEdits, recordState } from '../../src/core/analysisRecord';
import type { WorkbookHost } from '../../src/core/ports';
import { evaluate } from '../../src/core/pipeline';
import { recalculated } from '../../src/core/recalculated';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { withEdits } from '../../src/core/workbook/withEdits';
import { translator } from '../../src/locales/translator';
import { planSnapshot } from '../support/planSnapshot';
import { manySided } from './manySided';
import { fetchViews, PaneOnPage } from './paneOnPage';

const TITLE = '端数処理と確からしさ';
let workbook: WorkbookSnapshot;
let pane: PaneOnPage;

beforeAll(async () => {
  await fetchViews();
  const snapshot = planSnapshot(planWorkbook({ language: 'ja', content: manySided(), exampleSheet: false }));
  workbook = recalculated(snapshot, await createRecalculator().recalculate(snapshot)).snapshot;
}, 60_000);

beforeEach(() => (pane = new PaneOnPage()));
afterEach(() => pane.close());

const open = async (host: WorkbookHost) => {
  await pane.show(host, { view: 'result' });
  return pane.section(TITLE);
};
const stateOf = (snapshot: WorkbookSnapshot) => recordState(snapshot, evaluate(snapshot).assessment);

describe('recording the analysis in the workbook', () => {
  it('writes what the command line would, as one step, says so and takes it back', async () => {
    const host = createMemoryHost(workbook);
    let steps = 0;
    const counting: WorkbookHost = { ...host, apply: (edits) => ((steps += 1), host.apply(edits)) };
    const section = await open(counting);
    expect(section.textContent).toContain('まだ記録がありません');
    await pane.until(() => section.textContent?.includes('ブックに記録') ?? false);
    await pane.press('ブックに記録', section);
    await pane.until(() => pane.text.includes('分析結果のシートに記録しました。'));
    expect(steps).toBe(1);
    const after = await host.snapshot('case');
    const outcome = evaluate(workbook);
    const expected = withEdits(
      workbook,
      analysisEdits(workbook, { ...outcome, analysis: analyse(outcome.assessment) }, translator('ja')),
    );
    const cells = (snapshot: WorkbookSnapshot) => {
      const sheet = snapshot.sheets.find(({ name }) => name.startsWith('分析'))!;
      return Array.from({ length: 60 }, (_, row) =>
        Array.from({ length: 10 }, (__, column) => sheet.value(row, column)),
      );
    };
    expect(cells(after)).toEqual(cells(expected));
    expect(cells(after).flat()).toContain(analysisKey(outcome.assessment));
    expect(stateOf(after)).toBe('current');
    await pane.until(() => section.textContent?.includes('現在の入力によるものです') ?? false);
    await pane.press(/元に戻す/);
    await pane.until(() => section.textContent?.includes('まだ記録がありません') ?? false);
    expect(cells(await host.snapshot('case'))).toEqual(cells(workbook));
  }, 60_000);

  it('says that a record is of other inputs, and offers it anew', async () => {
    const outcome = evaluate(workbook);
    const analysis = analyse(outcome.assessment);
    const edits = analysisEdits(workbook, { ...outcome, analysis }, translator('ja'));
    const [key] = edits.filter(({ value }) => value === analysisKey(outcome.assessment));
    const old = withEdits(workbook, [...edits, { ...key!, value: 'another' }]);
    expect(stateOf(old)).toBe('outdated');
    await pane.show(createMemoryHost(old), { view: 'problems' });
    await pane.press('「結果」で記録し直す');
    await pane.settle();
    const section = await pane.section(TITLE);
    expect(section.textContent).toContain('現在とは異なる入力によるものです');
    await pane.until(() => section.textContent?.includes('記録し直す') ?? false);
  }, 60_000);

  it('says why it cannot where there is no analysis sheet', async () => {
    const names = workbook.names.filter(({ name }) => !name.startsWith('KmcAnalysis'));
    const section = await open(createMemoryHost({ ...workbook, names }));
    expect(section.textContent).toContain('分析結果のシートがないため、記録できません');
    expect([...section.querySelectorAll('button')].some(({ textContent }) => textContent?.includes('記録'))).toBe(
      false,
    );
  }, 60_000);
});
