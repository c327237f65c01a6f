import type { Problem } from '../../../src/core/case/types';
import { readCase } from '../../../src/core/reader/readCase';
import { renderContent, type CellContent } from '../../../src/core/template/content';
import { EXAMPLES, exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { TABLES } from '../../../src/core/template/tables';
import type { Language, TableName } from '../../../src/core/template/types';
import { withEdits } from '../../../src/core/workbook/withEdits';
import { calculated, columnOf, prefilled } from '../../support/calculatedContent';
import { planSnapshot } from '../../support/planSnapshot';

/** The one example whose faults are the point. */
const BROKEN = 'broken';

const cases = EXAMPLES.filter(({ name }) => name !== BROKEN).flatMap((example) =>
  (['en', 'ja'] as const).map((language) => ({ name: `${example.name}, ${language}`, example, language })),
);

const blocking = (problems: readonly Problem[]) => problems.filter(({ severity }) => severity === 'block');

describe.each(cases)('$name', ({ example, language }) => {
  const fresh = planSnapshot(planWorkbook({ language, content: example.content }));

  test('as planned, every prefilled cell still has to be calculated, and nothing else is wrong', () => {
    const cells = prefilled(fresh);
    expect(cells.length).toBeGreaterThan(0);
    const found = blocking(readCase(fresh).problems).map(
      ({ message, cell }) => `${message.code} ${cell!.sheet} ${cell!.row} ${cell!.column}`,
    );
    expect(found.sort()).toEqual(
      cells.map(({ sheet, row, column }) => `reader.not-calculated ${sheet.name} ${row} ${column}`).sort(),
    );
  });

  test('once calculated, it reads without a blocking problem', () => {
    const { case: read, problems } = readCase(calculated(fresh));
    expect(blocking(problems)).toEqual([]);
    expect(read.language).toBe(language);
  });

  test('what it was filled with is what is read', () => {
    const { case: read } = readCase(calculated(fresh));
    const rows = {
      KmcBaseline: read.baseline.lines,
      KmcProduct: read.product.lines,
      KmcFactors: read.factors,
      KmcSales: read.sales,
      KmcContribution: read.contribution,
      KmcMix: read.mix,
      KmcSegments: read.segments,
    };
    const keys = [
      'stage',
      'flow',
      'process',
      'amount',
      'unit',
      'per',
      'factorId',
      'value',
      'inCity',
      'units',
      'numerator',
      'share',
      'service',
      'variant',
    ];
    for (const [table, found] of Object.entries(rows)) {
      const given = example.content.tables[table as TableName] ?? [];
      expect(found.map(({ ref }) => ref.id)).toEqual(given.map(({ id }) => id));
      given.forEach((row, at) => {
        for (const key of keys.filter((one) => one in row)) {
          const held = (found[at] as unknown as Record<string, unknown>)[key];
          expect(`${key} ${String(held)}`).toBe(`${key} ${wordOrText(table, key, row[key]!, language)}`);
        }
      });
    }
  });
});

const PLACES: Readonly<Record<string, string>> = { in: '1', out: '0' };

/** Choices are read as the neutral words they are given as, a place as its share; other texts in the workbook's language. */
function wordOrText(table: string, key: string, content: CellContent, language: Language): string {
  const { kind } = TABLES.find(({ name }) => name === table)!.columns.find((column) => column.key === key)!;
  if (typeof content === 'string') return kind === 'place' ? (PLACES[content] ?? content) : content;
  return String(renderContent(content, { kind: 'text' }, language).value);
}

test.each(['en', 'ja'] as const)(
  'a new blank workbook (%s) has no row but KmcCase’s, and only blanks are wrong',
  (language) => {
    const optionalTables = TABLES.filter(({ presence }) => presence === 'optional').map(({ name }) => name);
    const { case: read, problems } = readCase(
      planSnapshot(planWorkbook({ language, optionalTables, exampleSheet: true })),
    );
    const codes = new Set(problems.map(({ message, table }) => `${table} ${message.code}`));
    expect(codes).toEqual(new Set(['KmcCase reader.blank-required', 'KmcCase reader.blank-expected']));
    expect([read.baseline.lines, read.product.lines, read.factors, read.sales, read.mix, read.segments].flat()).toEqual(
      [],
    );
    expect(read).toMatchObject({ language, templateVersion: '1' });
  },
);

test.each(['en', 'ja'] as const)('the broken example (%s): each planted fault once, at its own cell', (language) => {
  const fresh = planSnapshot(planWorkbook({ language, content: exampleNamed(BROKEN).content }));
  const sheet = fresh.tables.find(({ name }) => name === 'KmcProduct')!.range.sheet;
  const failing = { sheet, row: 8, column: columnOf('KmcProduct', 'amount') };
  const snapshot = withEdits(calculated(fresh), [
    { kind: 'set-calculated', cell: failing, value: { error: '#DIV/0!' } },
  ]);
  const found = readCase(snapshot).problems.map(
    ({ severity, message, table, rowId, column }) => `${severity} ${message.code.slice(7)} ${table} ${rowId} ${column}`,
  );
  expect(found).toEqual([
    'block blank-required KmcBaseline B1 amount',
    'block expected-number KmcBaseline B2 amount',
    'block number-as-text KmcBaseline B3 amount',
    'block unit-unknown KmcBaseline B4 unit',
    'block choice-other-language KmcBaseline B5 stage',
    'warn blank-expected KmcBaseline B6 inCity',
    'block share-range KmcBaseline B7 inCity',
    'block reference-missing KmcProduct P1 factorId',
    'block id-twice KmcProduct P3 id',
    'block error-value KmcProduct P5 amount',
    'block line-units KmcProduct P6 unit',
    'warn reference-missing KmcProduct P7 evidence',
    'block not-an-emission-factor KmcFactors x.mass unit',
    'info sales-unit-differs KmcSales S3 unit',
    'block blank-required KmcSales S4 status',
  ]);
});
