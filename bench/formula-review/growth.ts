import { reviewedBook } from '../../src/core/review/formulas/book';
import { CHECKS } from '../../src/core/review/formulas/registry';
import { reviewFormulas } from '../../src/core/review/formulas/reviewFormulas';
import { SheetBuilder } from '../../src/core/workbook/sheetColumns';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { medianMs, ms, row } from '../measure';

/** Time to review a table of four formulas a row with totals below, as it grows; and which check takes it. */
const SIZES = [1_000, 10_000, 20_000, 40_000, 100_000];

function workbook(formulas: number): WorkbookSnapshot {
  const rows = formulas / 4;
  const builder = new SheetBuilder('Data');
  for (let line = 0; line < rows; line += 1) {
    const at = line + 1;
    const [a, b] = [1 + (line % 7), 3 + (line % 11)];
    builder.add(line, 0, a).add(line, 1, b);
    // Every hundredth product was typed over.
    builder.add(line, 2, a * b, line % 100 === 50 ? null : `A${at}*B${at}`);
    builder.add(line, 3, a * b * 0.423, `C${at}*$H$1`);
    builder.add(line, 4, a * b * 1.423, `SUM(C${at}:D${at})`);
    builder.add(line, 5, a / b, `IF(B${at}=0,0,A${at}/B${at})`);
  }
  builder.add(0, 7, 0.423);
  for (const [column, letter] of ['C', 'D', 'E'].entries())
    builder.add(rows, 2 + column, 1, `SUM(${letter}1:${letter}${rows})`);
  return {
    sheets: [builder.build()],
    tables: [],
    names: [],
    externalLinks: [],
    calculationMode: 'automatic',
    date1904: false,
  };
}

row('formulas', 'ms', 'µs a formula', 'slowest checks');
row('---', '---', '---', '---');
for (const size of SIZES) {
  const snapshot = workbook(size);
  const time = medianMs(3, () => reviewFormulas(snapshot));
  const book = reviewedBook(snapshot);
  const times = CHECKS.map(({ id, find }) => ({ id, time: medianMs(1, () => find(book)) }));
  const slowest = times.sort((one, other) => other.time - one.time).slice(0, 3);
  row(size, ms(time), ((time * 1000) / size).toFixed(1), slowest.map(({ id, time }) => `${id} ${ms(time)}`).join(', '));
}
