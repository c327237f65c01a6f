import { SheetBuilder } from '../src/core/workbook/sheetColumns';
import { heldMegabytes, ms, row } from './measure';

/** A million cells as columns of numbers, beside the same cells as one object each. */
const ROWS = 100_000;
const COLUMNS = 10;

function asColumns() {
  const builder = new SheetBuilder('S');
  for (let line = 0; line < ROWS; line += 1)
    for (let column = 0; column < COLUMNS; column += 1) builder.add(line, column, line * column + 0.5);
  return builder.build();
}

function asObjects() {
  const cells = new Map<string, { row: number; column: number; value: number; formula: string | null }>();
  for (let line = 0; line < ROWS; line += 1)
    for (let column = 0; column < COLUMNS; column += 1)
      cells.set(`${line},${column}`, { row: line, column, value: line * column + 0.5, formula: null });
  return cells;
}

function held<T>(make: () => T): { megabytes: number; time: number; kept: T } {
  const before = heldMegabytes();
  const start = performance.now();
  const kept = make();
  const time = performance.now() - start;
  return { megabytes: heldMegabytes() - before, time, kept };
}

const columns = held(asColumns);
const objects = held(asObjects);
row('one million cells', 'MB', 'ms');
row('---', '---', '---');
row('as columns', columns.megabytes.toFixed(1), ms(columns.time));
row('as objects', objects.megabytes.toFixed(1), ms(objects.time));
row('ratio', (columns.megabytes / objects.megabytes).toFixed(3), (columns.time / objects.time).toFixed(3));
if (columns.kept.cellCount + objects.kept.size < 0) throw new Error('kept alive');
