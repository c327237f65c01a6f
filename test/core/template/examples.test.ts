import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CHOICE_SETS } from '../../../src/core/case/vocabulary';
import { parseUnit } from '../../../src/core/quantity/parseUnit';
import { factorById } from '../../../src/core/reference/factorById';
import type { CaseContent, RowContent } from '../../../src/core/template/content';
import { EXAMPLES, type Example } from '../../../src/core/template/examples/registry';
import { FIELDS, fieldSpec } from '../../../src/core/template/fields';
import { tableSpec } from '../../../src/core/template/tables';
import type { ColumnSpec, TableName } from '../../../src/core/template/types';

const SOUND = EXAMPLES.filter(({ name }) => name !== 'broken');
const named = (examples: readonly Example[]) => examples.map((example) => [example.name, example] as const);
const rows = ({ tables }: CaseContent, table: TableName): readonly RowContent[] => tables[table] ?? [];

const idKey = (table: string): string => tableSpec(table)!.columns.find(({ kind }) => kind === 'id')!.key;

const expected = (name: string) =>
  JSON.parse(readFileSync(path.join(__dirname, '../../cases', name, 'expected.json'), 'utf8')) as {
    reductionPerUnit: { value: string; unit: string };
    avoided: { value: string; unit: string };
    stages: { stage: string; baseline: string; product: string }[];
  };

it('are eleven, each with a name of its own', () => {
  expect(EXAMPLES.map(({ name }) => name)).toEqual([
    'slag-cement',
    'photovoltaics',
    'led-lamps',
    'water-heater',
    'heat-pump',
    'radar',
    'led-lighting',
    'cement-uses',
    'service',
    'water-pump',
    'broken',
  ]);
});

describe.each(named(EXAMPLES))('%s', (_, { content, title, description }) => {
  it('has keys the template declares and words its vocabularies hold', () => {
    expect(Object.keys(content.fields).filter((key) => !fieldSpec(key))).toEqual([]);
    for (const { basis } of Object.values(content.fields)) {
      if (basis !== undefined) expect(CHOICE_SETS.basis).toContain(basis);
    }
    for (const [table, list] of Object.entries(content.tables)) {
      const columns = new Map(tableSpec(table)!.columns.map((column) => [column.key, column]));
      for (const row of list) for (const [key, value] of Object.entries(row)) checkCell(columns.get(key), value);
    }
  });

  it('speaks both languages', () => {
    for (const { en, ja } of [title, description]) {
      expect(en).not.toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
      expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    }
  });
});

function checkCell(column: ColumnSpec | undefined, value: RowContent[string]): void {
  expect(column).toBeDefined();
  const set = column!.kind === 'place' ? 'place' : column!.choices;
  if (set && typeof value === 'string') expect(CHOICE_SETS[set]).toContain(value);
  expect(column!.formulaKind === 'computed').toBe(false);
}

describe.each(named(SOUND))('%s, sound', (_, { content }) => {
  it('states every required and expected field with its basis', () => {
    const owed = FIELDS.filter(({ need, key }) => need !== 'optional' && key !== 'templateVersion');
    expect(owed.filter(({ key }) => content.fields[key]?.value === undefined).map(({ key }) => key)).toEqual([]);
    expect(owed.filter(({ key }) => content.fields[key]?.basis === undefined).map(({ key }) => key)).toEqual([]);
  });

  it('names factors, evidence and segments that exist, and ids once', () => {
    for (const [table, list] of Object.entries(content.tables)) {
      const columns = tableSpec(table)!.columns;
      const ids = list.map((row) => row[idKey(table)]);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { key, references } of columns.filter((column) => column.references)) {
        const known = rows(content, references!).map((row) => row[idKey(references!)]);
        for (const row of list) if (row[key] !== undefined) expect(known).toContain(row[key]);
      }
    }
  });

  it('covers the five stages on both sides or says why not', () => {
    const excluded = rows(content, 'KmcExclusions').map(({ stage }) => stage);
    for (const table of ['KmcBaseline', 'KmcProduct'] as const) {
      const present = rows(content, table).map(({ stage }) => stage);
      expect(CHOICE_SETS.stage.filter((stage) => ![...present, ...excluded].includes(stage))).toEqual([]);
    }
  });

  it('writes units that are known', () => {
    const units = [
      ...rows(content, 'KmcFactors').map(({ unit }) => unit),
      ...rows(content, 'KmcBaseline').map(({ unit }) => unit),
      ...rows(content, 'KmcProduct').map(({ unit }) => unit),
    ];
    expect(units.filter((unit) => !parseUnit(unit as string).ok)).toEqual([]);
  });

  it('copies reference factors digit for digit', () => {
    for (const { id, value, unit, gases } of rows(content, 'KmcFactors')) {
      const known = factorById(id as string);
      if (!known) continue;
      expect({ value: Number(known.value), unit: known.unit, gases: known.gases }).toEqual({ value, unit, gases });
    }
  });

  it('marks sales and contribution rates as illustrative', () => {
    const evidence = [...rows(content, 'KmcSales'), ...rows(content, 'KmcContribution')].map((row) => row['evidence']);
    const titles = new Map(rows(content, 'KmcEvidence').map(({ id, title }) => [id, title]));
    expect(evidence.length).toBeGreaterThan(0);
    for (const id of evidence)
      expect(titles.get(id)).toMatchObject({
        en: expect.stringMatching(/illustrative/i),
        ja: expect.stringContaining('例示'),
      });
  });
});

describe('published figures', () => {
  const printed = (exact: string, like: string): string => {
    const digits = like.split('.')[1]?.length ?? 0;
    return Number(exact).toFixed(digits);
  };
  const footprint = (name: string, side: 'baseline' | 'product'): string =>
    String(expected(name).stages.reduce((sum, stage) => sum + Number(stage[side]), 0));

  it.each([
    ['slag-cement', 0, footprint('slag-cement', 'baseline')],
    ['slag-cement', 1, footprint('slag-cement', 'product')],
    ['slag-cement', 2, expected('slag-cement').reductionPerUnit.value],
    ['photovoltaics', 0, expected('photovoltaics').reductionPerUnit.value],
    ['photovoltaics', 1, String(Number(expected('photovoltaics').avoided.value) * 1e6)],
    ['led-lamps', 1, footprint('led-lamps', 'baseline')],
    ['led-lamps', 2, footprint('led-lamps', 'product')],
    ['water-heater', 0, footprint('water-heater', 'baseline')],
    ['water-heater', 1, footprint('water-heater', 'product')],
  ])('%s, figure %i, comes out to the digits printed', (name, index, exact) => {
    const figure = EXAMPLES.find((example) => example.name === name)!.published![index]!;
    expect(printed(exact, figure.value)).toBe(figure.value);
    expect(figure.source).toMatch(/^https?:\/\//);
  });
});
