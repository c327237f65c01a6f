import { createGridHost, type GridHost } from '../../src/adapters/grid/gridHost';
import { openGrid } from '../../src/adapters/grid/openGrid';
import { createLiveCalculator } from '../../src/adapters/recalc/liveCalculator';
import { addRows } from '../../src/core/entry/addRows';
import { insertFactor } from '../../src/core/entry/insertFactor';
import { takeBack } from '../../src/core/entry/takeBack';
import { evaluate } from '../../src/core/pipeline';
import { factorById } from '../../src/core/reference/factorById';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { headlessUniver } from '../support/headlessUniver';
import { calculatedExample } from './calculatedExample';

let host: GridHost;
let close: () => void;
let workbook: WorkbookSnapshot;

beforeAll(async () => {
  workbook = await calculatedExample('photovoltaics', 'ja');
  const univer = headlessUniver();
  host = createGridHost(univer, openGrid(univer, workbook), createLiveCalculator());
  close = () => {
    host.dispose();
    univer.dispose();
  };
}, 60_000);
afterAll(() => close());

it('rows below a table are calculated in the grid as those above, and one step takes them back', async () => {
  const factor = insertFactor(await host.snapshot(), factorById('jp.el.FY2024.national')!);
  if (!factor.ok) throw new Error(factor.message.code);
  await host.apply(factor.value.edits);

  const before = await host.snapshot();
  const row = {
    stage: 'use',
    process: '待機',
    flow: 'input',
    amount: 2,
    unit: 'kWh',
    per: 'functional-unit',
    factorId: 'jp.el.FY2024.national',
  };
  const added = addRows(before, 'KmcProduct', [row, row]);
  if (!added.ok) throw new Error(added.message.code);
  await host.apply(added.value.edits);

  const after = await host.snapshot();
  const { case: read, problems } = evaluate(after, host.problems?.());
  const bottom = (snapshot: WorkbookSnapshot) =>
    snapshot.tables.find(({ name }) => name === 'KmcProduct')!.range.bottom;
  expect(bottom(after)).toBe(bottom(before) + 2);
  const lines = read.product.lines.slice(-2);
  expect(lines.map(({ factor: value, factorUnit }) => [value?.toFixed(), factorUnit])).toEqual([
    ['0.000423', 't-CO2/kWh'],
    ['0.000423', 't-CO2/kWh'],
  ]);
  const { sheet, row: at } = lines[1]!.ref;
  const column = read.locations['KmcProduct']!.columns['emission']!;
  // 2 kWh × 0.000423 t/kWh × 1,000 kg/t
  expect(after.sheets.find(({ name }) => name === sheet)!.value(at, column)).toBeCloseTo(0.846, 12);
  expect(problems.filter(({ severity, cell }) => severity === 'block' && cell?.sheet === sheet)).toEqual([]);

  const back = takeBack(before, after, added.value.edits);
  if (!back.ok) throw new Error(back.message.code);
  await host.apply(back.value);
  expect(evaluate(await host.snapshot()).case.product.lines).toHaveLength(1);
});
