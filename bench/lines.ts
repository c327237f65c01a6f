import { readXlsx } from '../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../src/adapters/xlsx/write/writeXlsx';
import { assess } from '../src/core/calculation/assess';
import { readCase } from '../src/core/reader/readCase';
import { planWorkbook } from '../src/core/template/planWorkbook';
import { caseOfLines } from './lineCase';
import { heldMegabytes, ms, row } from './measure';

/** Workbook bytes → snapshot → case → assessment at growing size; growth is time over time of the size before. */
async function measure(lines: number) {
  const bytes = writeXlsx(planWorkbook({ language: 'en', content: caseOfLines(lines, true) }));
  const before = heldMegabytes();
  const start = performance.now();
  const { snapshot } = await readXlsx(bytes);
  const read = performance.now();
  const reading = readCase(snapshot);
  const cased = performance.now();
  const assessment = assess(reading);
  const assessed = performance.now();
  if (assessment.avoided.value === null) throw new Error('the case gave no number');
  const held = heldMegabytes() - before;
  if (assessment.trace.length < lines) throw new Error('the trace is short');
  return { bytes: bytes.length / 1e6, xlsx: read - start, reader: cased - read, assess: assessed - cased, held };
}

async function main() {
  await measure(1000);
  row('lines', 'file MB', 'xlsx → snapshot ms', 'snapshot → case ms', 'case → assessment ms', 'held MB', 'growth');
  row('---', '---', '---', '---', '---', '---', '---');
  let before = 0;
  for (const lines of [1_000, 10_000, 100_000]) {
    const { bytes, xlsx, reader, assess: assessed, held } = await measure(lines);
    const total = xlsx + reader + assessed;
    row(
      lines,
      bytes.toFixed(2),
      ms(xlsx),
      ms(reader),
      ms(assessed),
      held.toFixed(0),
      before ? (total / before).toFixed(1) : '',
    );
    before = total;
  }
}

void main();
