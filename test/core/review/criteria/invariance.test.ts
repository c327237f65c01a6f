import { evaluate } from '../../../../src/core/pipeline';
import { applyRules } from '../../../../src/core/review/criteria/applyRules';
import { RULES } from '../../../../src/core/review/criteria/registry';
import type { RuleExample } from '../../../../src/core/review/criteria/rule';
import { ruleInput } from '../../../../src/core/review/criteria/ruleInput';
import type { CaseContent, CellContent, RowContent } from '../../../../src/core/template/content';
import { exampleNamed } from '../../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../../src/core/template/planWorkbook';
import { tableSpec } from '../../../../src/core/template/tables';
import type { TableName } from '../../../../src/core/template/types';
import type { WorkbookSnapshot } from '../../../../src/core/workbook/snapshot';
import { calculated } from '../../../support/calculatedContent';
import { planSnapshot } from '../../../support/planSnapshot';
import { changedContent } from '../../../support/workedCase';

/** Samples as they are, and every way in which an example of a rule breaks them without an analysis. */
const examples = RULES.filter(({ criterion }) => /^B/.test(criterion))
  .flatMap((rule) => rule.examples.map((example) => [rule.id, example.name, example] as const))
  .filter(([, , { analysed, changes, with: added, without }]) => !analysed && (changes.length || added || without));

const contentOf = (example: RuleExample) => changedContent(exampleNamed(example.sample).content, example);

const snapshotOf = (content: CaseContent) => calculated(planSnapshot(planWorkbook({ language: 'ja', content })));

/** What each rule says and of what, without the cells, which move. */
function said(snapshot: WorkbookSnapshot, renamed = (id: string) => id): readonly string[] {
  return applyRules(ruleInput(evaluate(snapshot), { record: 'current' }))
    .flatMap(({ findings }) => findings)
    .map(({ rule, severity, message, subject, cells }) =>
      [rule, severity, message.code, subject.table, renamed(subject.rowId ?? ''), subject.column, cells.length].join(
        '|',
      ),
    )
    .sort();
}

const mapTables = (
  { fields, tables }: CaseContent,
  map: (table: TableName, rows: readonly RowContent[]) => readonly RowContent[],
): CaseContent => ({
  fields,
  tables: Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, map(name as TableName, rows)])),
});

const backwards = (content: CaseContent) => mapTables(content, (_table, rows) => [...rows].reverse());

/** Ids whose rows are named after nothing outside the workbook, as a factor is after its library. */
const RENAMED: readonly TableName[] = [
  'KmcBaseline',
  'KmcProduct',
  'KmcSideEffects',
  'KmcSales',
  'KmcContribution',
  'KmcEvidence',
  'KmcSegments',
  'KmcMix',
];

const prefixed = (content: CellContent | undefined): CellContent | undefined =>
  typeof content === 'string' ? `R${content}` : content;

/** Every id and what refers to it, renamed alike. */
function withOtherIds({ fields, tables }: CaseContent): CaseContent {
  const cited = Object.entries(fields).map(([key, field]) =>
    key.endsWith('Evidence') ? [key, { ...field, value: prefixed(field.value) }] : [key, field],
  );
  const content = { fields: Object.fromEntries(cited), tables };
  return mapTables(content, (table, rows) => {
    const columns = tableSpec(table)!.columns.filter(({ kind, references }) =>
      kind === 'id' ? RENAMED.includes(table) : references !== undefined && RENAMED.includes(references as TableName),
    );
    return rows.map((row) => {
      const named = columns.flatMap(({ key }) => (row[key] === undefined ? [] : [[key, prefixed(row[key])!] as const]));
      const target = table === 'KmcVariations' && RENAMED.includes(row['table'] as TableName);
      return { ...row, ...Object.fromEntries(named), ...(target ? { row: prefixed(row['row'])! } : {}) };
    });
  });
}

describe.each(examples)('%s, %s', (_rule, _name, example) => {
  const content = contentOf(example);
  let snapshot: WorkbookSnapshot;
  let before: readonly string[];
  beforeAll(() => {
    snapshot = snapshotOf(content);
    before = said(snapshot);
  });

  it('says the same with every table the other way round', () => {
    expect(said(snapshotOf(backwards(content)))).toEqual(before);
  });

  it('says the same with the sheets the other way round', () => {
    expect(said({ ...snapshot, sheets: [...snapshot.sheets].reverse() })).toEqual(before);
  });

  it('says the same of rows under other ids', () => {
    expect(said(snapshotOf(withOtherIds(content)), (id) => id.replace(/^R/, ''))).toEqual(before);
  });
});
