import { parseCell } from '../../../../src/core/workbook/a1';
import { SheetBuilder } from '../../../../src/core/workbook/sheetColumns';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { bookOf, sheetOf } from '../formulas/exampleBook';
import { opened, type Base } from './base';

type Line = readonly [process: string, amount: number, unit: string, factor: number];

const BASELINE: readonly Line[] = [
  ['鋼材', 12.5, 'kg', 2.1],
  ['アルミニウム', 3.2, 'kg', 9.8],
  ['樹脂', 4.75, 'kg', 3.4],
  ['輸送', 0.85, 'kg', 1.7],
  ['使用時の電力', 6200, 'kWh', 0.438],
  ['廃棄', 20.1, 'kg', 0.31],
];
const PRODUCT: readonly Line[] = [
  ['鋼材', 11.25, 'kg', 2.1],
  ['アルミニウム', 4.05, 'kg', 9.8],
  ['樹脂', 5.15, 'kg', 3.4],
  ['輸送', 0.92, 'kg', 1.7],
  ['使用時の電力', 4350, 'kWh', 0.438],
  ['廃棄', 20.4, 'kg', 0.31],
];

/** An inventory as people build it: amounts, unit, factor, emission, with a rate of losses, and totals below. */
function inventory(name: string, lines: readonly Line[]): SheetSnapshot {
  const cells: Record<string, string | number> = {
    A1: name,
    A3: '工程',
    B3: '数量',
    C3: '単位',
    D3: '排出原単位',
    E3: '排出量 [kg-CO2e]',
    F3: '損失込み [kg-CO2e]',
    G3: '累計 [kg-CO2e]',
  };
  lines.forEach(([process, amount, unit, factor], index) => {
    const row = 4 + index;
    Object.assign(cells, { [`A${row}`]: process, [`B${row}`]: amount, [`C${row}`]: unit, [`D${row}`]: factor });
    cells[`E${row}`] = `=B${row}*D${row}`;
    cells[`F${row}`] = `=E${row}*(1+条件!$B$2)`;
    cells[`G${row}`] = `=SUM(F$4:F${row})`;
  });
  const last = 3 + lines.length;
  cells[`A${last + 1}`] = '合計';
  cells[`E${last + 1}`] = `=SUM(E4:E${last})`;
  cells[`F${last + 1}`] = `=SUM(F4:F${last})`;
  return sheetOf(name, cells);
}

function conditions(): SheetSnapshot {
  return sheetOf('条件', {
    A1: '項目',
    B1: '値',
    A2: '損失率',
    B2: 0.03,
    A3: '販売台数',
    B3: 1200,
    A4: '貢献度',
    B4: 0.6,
  });
}

function result(): SheetSnapshot {
  const total = 4 + BASELINE.length;
  return sheetOf('結果', {
    A1: '項目',
    B1: '値',
    A2: '比較対象 [kg-CO2e]',
    B2: `=従来製品!F${total}`,
    A3: '応募 [kg-CO2e]',
    B3: `=応募製品!F${total}`,
    A4: '削減量 [kg-CO2e]',
    B4: '=B2-B3',
    A5: '域外貢献量 [t-CO2e]',
    B5: '=B4*条件!B3*条件!B4/1000',
  });
}

/** Deliveries by date, with a total. */
function deliveries(): SheetSnapshot {
  const builder = new SheetBuilder('納入');
  builder.add(0, 0, '納入日').add(0, 1, '台数');
  [300, 450, 250, 200].forEach((units, index) =>
    builder.add(1 + index, 0, 45748 + 30 * index, null, 'yyyy/mm/dd').add(1 + index, 1, units),
  );
  const { row, column } = parseCell('B6')!;
  return builder.add(row, column, 1200, 'SUM(B2:B5)').build();
}

const freeBook = (): WorkbookSnapshot =>
  bookOf(inventory('従来製品', BASELINE), inventory('応募製品', PRODUCT), conditions(), deliveries(), result());

/** A workbook that is not the template's, with its two results named. */
export const FREE_BASE = {
  name: 'free sheets',
  open: (): Base => opened('free sheets', freeBook(), ['結果!B4', '結果!B5', '納入!B6']),
};
