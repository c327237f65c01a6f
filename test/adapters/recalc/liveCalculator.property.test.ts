import fc from 'fast-check';
import { createLiveCalculator } from '../../../src/adapters/recalc/liveCalculator';
import { createRecalculator } from '../../../src/adapters/recalc/univerRecalculator';
import { recalculated } from '../../../src/core/recalculated';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { parseCell } from '../../../src/core/workbook/a1';
import type { CellRef, CellValue } from '../../../src/core/workbook/cell';
import type { Edit } from '../../../src/core/workbook/edit';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { planSnapshot } from '../../support/planSnapshot';
import { formula, workbook } from './workbook';

const live = createLiveCalculator();
const recalculator = createRecalculator();

const at = (address: string, sheet = 'S'): CellRef => ({ sheet, ...parseCell(address)! });
const type = (address: string, value: CellValue): Edit => ({ kind: 'set-value', cell: at(address), value });

function cellsOf({ sheets }: WorkbookSnapshot): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const sheet of sheets)
    sheet.forEachCell((row, column, value) => (cells[`${sheet.name} ${row} ${column}`] = value));
  return cells;
}

/** The same contents calculated from the beginning. */
async function afresh(snapshot: WorkbookSnapshot) {
  return recalculated(snapshot, await recalculator.recalculate(snapshot));
}

/** Follows the edits one by one, and tells what a page would show that only wrote the cells it was told of. */
function followed(opened: WorkbookSnapshot, steps: readonly (readonly Edit[])[]) {
  const following = live.open(opened);
  let page = following.snapshot;
  for (const edits of steps) {
    const shown = following.update(edits);
    page = withEdits(page, [
      ...edits,
      ...shown.map(({ cell, value }): Edit => ({ kind: 'set-calculated', cell, value })),
    ]);
  }
  following.dispose();
  return { snapshot: following.snapshot, problems: following.problems, page };
}

const NETWORK = {
  A1: 1,
  A2: 2,
  A3: 3,
  A4: 'x',
  B1: formula('A1+A2'),
  B2: formula('SUM(A1:A4)'),
  B3: formula('IF(A4="x",B1*2,B2)'),
  C1: formula('B1*B2-B3'),
  C2: formula('SUMPRODUCT((A1:A3>1)*A1:A3)'),
  C3: formula('KMC.MIX(A1:A2,A3:A3)'),
  D1: formula('IFERROR(C3,C1)+COUNT(A:A)'),
  E1: formula('SEQUENCE(A1)'),
  F1: formula('SUM(E1:E9)'),
};

const value = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom<CellValue>('x', '', null, true, 0.5));
const step = fc.array(
  fc
    .record({ address: fc.constantFrom('A1', 'A2', 'A3', 'A4', 'B1', 'E3', 'G9'), value })
    .map((edit) => type(edit.address, edit.value)),
  { minLength: 1, maxLength: 3 },
);

it('after any edits shows what a calculation of the same contents from the beginning gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const opened = workbook({ sheets: { S: NETWORK } });
      const { snapshot, page } = followed(opened, steps);
      const expected = await afresh(steps.reduce((before, edits) => withEdits(before, edits), opened));
      expect(cellsOf(snapshot)).toEqual(cellsOf(expected.snapshot));
      expect(cellsOf(page)).toEqual(cellsOf(expected.snapshot));
    }),
    { numRuns: 60 },
  );
}, 120_000);

it('follows numbers typed anywhere in a filled workbook', async () => {
  const opened = (
    await afresh(planSnapshot(planWorkbook({ language: 'en', content: exampleNamed('led-lighting').content })))
  ).snapshot;
  const constants: CellRef[] = [];
  for (const sheet of opened.sheets) {
    sheet.forEachCell((row, column, found, text) => {
      if (text === null && typeof found === 'number') constants.push({ sheet: sheet.name, row, column });
    });
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...constants), fc.integer({ min: 1, max: 50 })), {
        minLength: 1,
        maxLength: 3,
      }),
      async (typed) => {
        const steps = typed.map(([cell, number]): Edit[] => [{ kind: 'set-value', cell, value: number }]);
        const { snapshot } = followed(opened, steps);
        const expected = await afresh(steps.reduce((before, edits) => withEdits(before, edits), opened));
        expect(cellsOf(snapshot)).toEqual(cellsOf(expected.snapshot));
      },
    ),
    { numRuns: 10 },
  );
}, 120_000);

describe('a circle', () => {
  const opened = workbook({
    sheets: { S: { A1: 1, B1: formula('A1+C1', 5), C1: formula('A1*2', 2), D1: formula('C1+1', 3) } },
  });

  it('shows no number in its cells, and says so at each', () => {
    const { snapshot, problems } = followed(opened, [
      [{ kind: 'set-formula', cell: at('C1'), formula: 'B1', value: null }],
    ]);
    const sheet = snapshot.sheets[0]!;
    expect([sheet.value(0, 1), sheet.value(0, 2), sheet.value(0, 3)]).toEqual(
      Array.from({ length: 3 }, () => ({ error: '#UNKNOWN!' })),
    );
    expect(problems.map(({ cell, message }) => [cell?.column, message.code])).toEqual([
      [1, 'recalc.circular'],
      [2, 'recalc.circular'],
      [3, 'recalc.unknown'],
    ]);
  });

  it('is gone once it is opened', () => {
    const { snapshot, problems } = followed(opened, [
      [{ kind: 'set-formula', cell: at('C1'), formula: 'B1', value: null }],
      [type('C1', 7)],
    ]);
    expect([snapshot.sheets[0]!.value(0, 1), snapshot.sheets[0]!.value(0, 3)]).toEqual([8, 8]);
    expect(problems).toEqual([]);
  });
});

it('keeps what a formula it cannot calculate was stored with until something it reads is typed over', () => {
  const opened = workbook({
    sheets: { S: { A1: 1, A2: 1, B1: formula('FOREIGN(A1)', 42), C1: formula('B1+A2', 43) } },
  });
  const untouched = followed(opened, [[type('A2', 5)]]);
  expect(untouched.snapshot.sheets[0]!.value(0, 1)).toBe(42);
  expect(untouched.snapshot.sheets[0]!.value(0, 2)).toBe(47);
  const touched = followed(opened, [[type('A1', 5)], [type('A2', 6)]]);
  expect(touched.snapshot.sheets[0]!.value(0, 1)).toEqual({ error: '#UNKNOWN!' });
  expect(touched.snapshot.sheets[0]!.value(0, 2)).toEqual({ error: '#UNKNOWN!' });
});
