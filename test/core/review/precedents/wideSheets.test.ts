import { precedentGraph } from '../../../../src/core/review/precedents/precedentGraph';
import { MAX_COLUMNS, SheetBuilder } from '../../../../src/core/workbook/sheetColumns';
import { columnName } from '../../../../src/core/workbook/a1';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { leastRatio } from '../../../support/cost';
import { bookOf } from '../formulas/exampleBook';

const COUNT = MAX_COLUMNS;

/** So many cells with a number and one that doubles it, along a row or down a column. */
function doubled(isWide: boolean): WorkbookSnapshot {
  const builder = new SheetBuilder('Data');
  const add = (line: number, at: number, value: number, formula: string | null) =>
    isWide ? builder.add(line, at, value, formula) : builder.add(at, line, value, formula);
  for (const line of isWide ? [0, 1] : [])
    for (let at = 0; at < COUNT; at += 1) add(line, at, at, line === 0 ? null : `${columnName(at)}1*2`);
  if (!isWide)
    for (let at = 0; at < COUNT; at += 1) {
      add(0, at, at, null);
      add(1, at, at, `A${at + 1}*2`);
    }
  return bookOf(builder.build());
}

describe('a sheet as wide as Excel has them', () => {
  it('is looked through for circles about as soon as one as long', async () => {
    const [wide, long] = [doubled(true), doubled(false)];
    expect(precedentGraph(wide).circles()).toEqual([]);
    const { ratio } = await leastRatio(
      () => precedentGraph(wide).circles(),
      () => precedentGraph(long).circles(),
      8,
    );
    expect(ratio).toBeLessThan(8);
  }, 120_000);

  it('has the circles that it has', () => {
    const builder = new SheetBuilder('Data');
    for (let at = 0; at < 300; at += 1) builder.add(0, at, 0, at === 250 ? 'IP1+1' : at === 249 ? 'IQ1+1' : '1+1');
    const circles = precedentGraph(bookOf(builder.build())).circles();
    expect(circles.map((circle) => circle.map(({ column }) => column).sort())).toEqual([[249, 250]]);
  });
});
