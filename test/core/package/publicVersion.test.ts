import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { PATHS } from '../../../src/core/package/bag/layout';
import { PUBLIC_FIELDS } from '../../../src/core/package/documents/publicDocument';
import { packWorkbook } from '../../../src/core/package/pack';
import type { CaseContent, CellContent, RowContent } from '../../../src/core/template/content';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { tableSpec } from '../../../src/core/template/tables';
import { fieldSpec } from '../../../src/core/template/fields';
import { utf8Text } from '../../../src/core/package/utf8';
import { opened, packageTools, packSample, sampleEvidence } from '../../support/packages';

/** Every cell of a full case that is free to hold any text, with a secret of its own in it, and each number made one of its own. */
function planted(name: string): { content: CaseContent; secrets: Map<string, string> } {
  const { content } = exampleNamed(name);
  const secrets = new Map<string, string>();
  let count = 0;
  const secret = (place: string) => {
    const text = `SECRET${String(++count).padStart(4, '0')}X`;
    secrets.set(place, text);
    return text;
  };
  const fields = Object.fromEntries(
    Object.entries(content.fields).map(([key, field]) => {
      const isText = fieldSpec(key)?.kind === 'text' && key !== 'templateVersion' && key !== 'soldUnit';
      return [
        key,
        { ...field, ...(isText ? { value: secret(`KmcCase ${key}`) } : {}), note: secret(`KmcCase ${key} note`) },
      ];
    }),
  );
  const tables = Object.fromEntries(
    Object.entries(content.tables).map(([table, rows]) => [
      table,
      rows!.map((row, index) => plantedRow(table, row, index, secret)),
    ]),
  );
  return { content: { fields, tables }, secrets };
}

function plantedRow(table: string, row: RowContent, index: number, secret: (place: string) => string): RowContent {
  const texts = tableSpec(table)!.columns.filter(
    ({ kind, key }) => kind === 'text' && !KEPT.includes(`${table} ${key}`),
  );
  const changed = texts.map(({ key }): [string, CellContent] => [key, secret(`${table} ${index} ${key}`)]);
  return { ...row, ...Object.fromEntries(changed) };
}

/** Texts that another row refers to, so that the case stays one that can be calculated. */
const KEPT = [
  'KmcMix variant',
  'KmcBaseline variant',
  'KmcProduct variant',
  'KmcVariations table',
  'KmcVariations row',
  'KmcVariations column',
  'KmcVariations value',
  'KmcSales unit',
  'KmcSideEffects variant',
  'KmcFactors validFrom',
  'KmcFactors validTo',
  'KmcFactors resultYear',
];

/** Columns of KmcFactors that the whitelist names. */
const OF_FACTORS = ['version', 'licence'];

describe('the public version', () => {
  it.each(['led-lighting', 'radar', 'heat-pump'])(
    'of %s holds no text of the case but the whitelisted ones',
    async (name) => {
      const { content, secrets } = planted(name);
      const workbook = writeXlsx(planWorkbook({ language: 'ja', content, exampleSheet: false }));
      const { bytes } = await packWorkbook(workbook, sampleEvidence(), packageTools, 'public');
      const files = opened(bytes).files;
      const all = files.map(({ path, bytes: inner }) => `${path}\n${utf8Text(inner)}`).join('\n');
      expect(secrets.size).toBeGreaterThan(100);
      const leaked = [...secrets].filter(([, text]) => all.includes(text)).map(([place]) => place);
      const allowed = (place: string) => {
        const [table, second, third] = place.split(' ');
        if (table === 'KmcFactors') return OF_FACTORS.includes(third!);
        return table === 'KmcCase' && third === undefined && (PUBLIC_FIELDS as readonly string[]).includes(second!);
      };
      expect(leaked.filter((place) => !allowed(place))).toEqual([]);
      // The test would find a secret if there were one: the whitelisted ones are there.
      expect(leaked.filter(allowed).length).toBeGreaterThan(3);
    },
    60_000,
  );

  it('names no row, no partner, no amount and no place of sale', async () => {
    const { bytes, info, reviewed } = await packSample('radar', 'public');
    const paths = opened(bytes)
      .files.map(({ path }) => path)
      .filter((path) => path.startsWith('data/'));
    expect(paths.sort()).toEqual([PATHS.info, PATHS.profile, PATHS.public].sort());
    const text = utf8Text(opened(bytes).files.find(({ path }) => path === PATHS.public)!.bytes)!;
    const { contributionRate, unitsOutside, segments } = reviewed.outcome.assessment;
    const inside = [unitsOutside.value!, ...segments.map(({ functionalUnitsPerUnit }) => functionalUnitsPerUnit)];
    const telling = [...inside, contributionRate.value!]
      .map((value) => value.toFixed())
      .filter((digits) => digits.length > 1);
    expect(telling.length).toBeGreaterThan(0);
    for (const digits of telling) expect(text).not.toContain(`"${digits}"`);
    expect(info).toMatchObject({ version: 'public', fullPackage: (await packSample('radar')).id });
  });

  it('masks a value that may not be passed on, and keeps its id, version and licence', async () => {
    const { content } = exampleNamed('photovoltaics');
    const [first, second] = content.tables.KmcFactors!;
    const licensed: RowContent = { ...first!, licence: 'AIST-IDEA v3.4', version: 'v3.4', redistribution: 'free' };
    const open: RowContent = { ...second!, licence: 'CC BY 4.0', redistribution: 'free with attribution' };
    const workbook = writeXlsx(
      planWorkbook({
        language: 'ja',
        content: { ...content, tables: { ...content.tables, KmcFactors: [licensed, open] } },
        exampleSheet: false,
      }),
    );
    const full = await packWorkbook(workbook, [], packageTools);
    expect(full.notices).toContainEqual({ code: 'package.notices.licensed-factors', params: { ids: [first!['id']] } });
    const { bytes, notices } = await packWorkbook(workbook, [], packageTools, 'public');
    expect(notices.map(({ code }) => code)).toContain('package.notices.two-numbers');
    const [one, other] = opened(bytes).documents.public!.factors;
    expect(one).toEqual({
      id: first!['id'],
      version: 'v3.4',
      licence: 'AIST-IDEA v3.4',
      masked: true,
      value: null,
      unit: null,
      source: null,
    });
    expect(other).toMatchObject({ masked: false, value: String(second!['value']) });
  });
});
