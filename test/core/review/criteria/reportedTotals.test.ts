import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../../../src/adapters/xlsx/read/readXlsx';
import { evaluate } from '../../../../src/core/pipeline';
import { applyRules } from '../../../../src/core/review/criteria/applyRules';
import { reportedTotals } from '../../../../src/core/review/criteria/reportedTotals';
import { ruleInput } from '../../../../src/core/review/criteria/ruleInput';
import { totalsRecompute } from '../../../../src/core/review/criteria/rules/totalsRecompute';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { withEdits } from '../../../../src/core/workbook/withEdits';

const file = path.resolve(__dirname, '../../../../samples/service.xlsx');
let snapshot: WorkbookSnapshot;
beforeAll(async () => {
  ({ snapshot } = await readXlsx(readFileSync(file)));
});

const totalsOf = (book: WorkbookSnapshot) => reportedTotals(book, evaluate(book).assessment);

function statusOf(book: WorkbookSnapshot) {
  const outcome = evaluate(book);
  const reported = reportedTotals(book, outcome.assessment);
  return applyRules(ruleInput(outcome, { reported }), [totalsRecompute])[0]!.status;
}

it('are what the result sheet prints, in the digits of the case', () => {
  // 0.8 × 1,065 months × 1,533.615 kg = 1,306.63998 t, to one decimal; 1,533.615 kg to none
  expect(totalsOf(snapshot).map(({ number, value, unit }) => [number, value, unit])).toEqual([
    ['reductionPerUnit', '1534', 'kg-CO2e/月'],
    ['avoided', '1306.6', 't-CO2e'],
  ]);
  expect(statusOf(snapshot)).toBe('passes');
});

it('tell a number typed over the result by its own cell', () => {
  const [, avoided] = totalsOf(snapshot);
  const [cell] = avoided!.place.cells;
  const typed = withEdits(snapshot, [{ kind: 'set-value', cell: cell!, value: 1310 }]);
  expect(statusOf(typed)).toBe('block');
  expect(avoided!.place.subject.place).toMatch(/!.*\d/);
});

it('are none where no sheet prints any, which cannot be decided', () => {
  const bare = { ...snapshot, names: [] };
  expect(totalsOf(bare)).toEqual([]);
  expect(statusOf(bare)).toBe('unknown');
});
