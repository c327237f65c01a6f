import { evaluate } from '../../src/core/pipeline';
import type { ExampleChange, RuleExample, RuleInput } from '../../src/core/review/criteria/rule';
import { ruleInput } from '../../src/core/review/criteria/ruleInput';
import { CHOICE_SETS, type ChoiceSet } from '../../src/core/case/vocabulary';
import type { CaseContent, CellContent, FieldContent, RowContent } from '../../src/core/template/content';
import { exampleNamed } from '../../src/core/template/examples/registry';
import { fieldSpec } from '../../src/core/template/fields';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import { tableSpec } from '../../src/core/template/tables';
import type { TableName } from '../../src/core/template/types';
import { sensitivity } from '../../src/core/uncertainty/sensitivity';
import { simulate } from '../../src/core/uncertainty/simulation';
import { calculated } from './calculatedContent';
import { planSnapshot } from './planSnapshot';

type Change = Pick<RuleExample, 'changes'> & Partial<Pick<RuleExample, 'without' | 'with' | 'given' | 'analysed'>>;

const SIMULATION = { runs: 1000, seed: 1 };

/** A sample case filled, changed as an author would change it, planned as a workbook, read and assessed, as rules see it. */
export function workedCase(sample: string, change: Change = { changes: [] }): RuleInput {
  const content = changedContent(exampleNamed(sample).content, change);
  const snapshot = calculated(planSnapshot(planWorkbook({ language: 'ja', content })));
  const input = ruleInput(evaluate(snapshot), change.given);
  const { model } = input;
  if (!change.analysed || !model) return input;
  return { ...input, uncertainty: simulate(model, SIMULATION), sensitivity: sensitivity(model) };
}

export function changedContent(content: CaseContent, { changes, without = [], with: added = [] }: Change): CaseContent {
  const fields: Record<string, FieldContent> = { ...content.fields };
  const tables: Partial<Record<TableName, readonly RowContent[]>> = { ...content.tables };
  for (const change of changes) {
    if (change.table === 'KmcCase') fields[change.row] = changedField(fields[change.row] ?? {}, change);
    else tables[change.table] = (tables[change.table] ?? []).map(inRow(change));
  }
  for (const { table, row } of without)
    tables[table] = required(tables[table], table).filter((one) => one[idKey(table)] !== row);
  for (const { table, values } of added) tables[table] = [...(tables[table] ?? []), writtenRow(table, values)];
  return { fields, tables };
}

function changedField(field: FieldContent, { row, column, value }: ExampleChange): FieldContent {
  const spec = fieldSpec(row);
  if (!spec) throw new Error(`no field ${row}`);
  return { ...field, [column]: column === 'value' ? written(value, spec.choices) : (value ?? undefined) };
}

function inRow({ table, row, column, value }: ExampleChange) {
  return (given: RowContent): RowContent => {
    if (given[idKey(table)] !== row) return given;
    const content = written(value, setOf(table, column));
    if (content !== undefined) return { ...given, [column]: content };
    return Object.fromEntries(Object.entries(given).filter(([key]) => key !== column));
  };
}

const writtenRow = (table: TableName, values: Readonly<Record<string, string | number>>): RowContent =>
  Object.fromEntries(Object.entries(values).map(([column, value]) => [column, written(value, setOf(table, column))!]));

/** A word of the vocabulary as such, anything else as typed. */
function written(value: ExampleChange['value'], set: ChoiceSet | undefined): CellContent | undefined {
  if (value === null) return undefined;
  const isWord = set === undefined || (CHOICE_SETS[set] as readonly unknown[]).includes(value);
  return typeof value === 'number' || isWord ? value : { raw: value };
}

function setOf(table: TableName, column: string): ChoiceSet | undefined {
  const spec = required(tableSpec(table), table).columns.find(({ key }) => key === column);
  if (!spec) throw new Error(`${table} has no column ${column}`);
  return spec.kind === 'place' ? 'place' : spec.choices;
}

const idKey = (table: TableName): string => tableSpec(table)!.columns.find(({ kind }) => kind === 'id')!.key;

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no ${what}`);
  return value;
}
