import fc from 'fast-check';
import type { Message } from '../../../src/core/message';
import { readCase } from '../../../src/core/reader/readCase';
import { TEXTS } from '../../../src/locales/texts';
import { FULL } from './fullCase';
import { workbookOf } from './workbook';

const READER_TEXTS: readonly Readonly<Record<string, string>>[] = [TEXTS.en.reader, TEXTS.ja.reader];

/** Values that a problem's sentence names in either language and the problem does not give. */
function missingValues({ code, params }: Message): string[] {
  const [area, key] = code.split('.');
  expect(area).toBe('reader');
  return READER_TEXTS.flatMap((texts) => {
    expect(texts).toHaveProperty([key!]);
    return [...texts[key!]!.matchAll(/{{(\w+)}}/g)].map((match) => match[1]!).filter((name) => !(name in params));
  });
}

test('nothing a cell can hold makes reading throw', () => {
  const anything = fc.oneof(
    fc.constantFrom(null, '', ' ', true, false, '#N/A', '使用', 'Use', '12', 'kWh', '__proto__', '\u0000', '="x"'),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.string(),
    fc.constantFrom<{ value: { error: '#N/A' | '#SPILL!' } }>(
      { value: { error: '#N/A' } },
      { value: { error: '#SPILL!' } },
    ),
    fc.constant({ value: null, formula: 'A1' }),
    fc.record(
      {
        value: fc.double({ noNaN: true, noDefaultInfinity: true }),
        format: fc.constantFrom('yyyy', '[h]:mm', '0%', '"x'),
      },
      { noNullPrototype: true },
    ),
  );
  const tables = Object.fromEntries(
    Object.entries(FULL).map(([name, rows]) => [
      name,
      fc.array(fc.record(Object.fromEntries(Object.keys(rows[0]!).map((key) => [key, anything]))), { maxLength: 3 }),
    ]),
  );
  fc.assert(
    fc.property(fc.record(tables), (content) => {
      const { snapshot } = workbookOf(content);
      const { case: read, problems } = readCase(snapshot);
      const faulty = new Set(problems.filter(({ severity }) => severity === 'block').map(({ table }) => table));
      for (const { ref, amount: held } of read.product.lines) if (held === null) expect(faulty).toContain(ref.table);
      for (const { cell, message } of problems) {
        expect(missingValues(message)).toEqual([]);
        if (cell) expect(snapshot.sheets.map(({ name }) => name)).toContain(cell.sheet);
      }
    }),
    { numRuns: 80 },
  );
});
