import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { PATHS } from '../../../src/core/package/bag/layout';
import { comparePackages, type ComparedPackage } from '../../../src/core/package/compare/comparePackages';
import { packWorkbook } from '../../../src/core/package/pack';
import { reviewFormulas } from '../../../src/core/review/formulas/reviewFormulas';
import type { CaseContent } from '../../../src/core/template/content';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { opened, packageTools, sampleEvidence } from '../../support/packages';

async function packageOf(content: CaseContent): Promise<ComparedPackage> {
  const workbook = writeXlsx(planWorkbook({ language: 'en', content, exampleSheet: false }));
  const { bytes } = await packWorkbook(workbook, sampleEvidence(), packageTools);
  const packed = opened(bytes);
  const { snapshot } = await readXlsx(packed.files.find(({ path }) => path === PATHS.workbook)!.bytes);
  return { opened: packed, formulas: reviewFormulas(snapshot).unique };
}

const { content } = exampleNamed('photovoltaics');
const changed = (tables: Partial<CaseContent['tables']>, fields: Partial<CaseContent['fields']> = {}): CaseContent => ({
  fields: { ...content.fields, ...(fields as CaseContent['fields']) },
  tables: { ...content.tables, ...tables },
});

const fixture = (name: string): ComparedPackage => ({
  opened: opened(new Uint8Array(readFileSync(path.resolve(__dirname, '../../cases/packages/v1', `${name}.kmc.zip`)))),
  formulas: null,
});

it('tells a decision with its comment and a reply with its words', () => {
  const { decisions } = comparePackages(fixture('radar-first'), fixture('radar-second'));
  const said = decisions.map(({ kind, id, after }) => [kind, id, after]);
  expect(said).toEqual(
    expect.arrayContaining([
      ['added', 'decision B3', 'needs-change: 販売台数の根拠を示してください。'],
      ['added', 'decision A1', 'accepted'],
      ['added', 'reply B3', '販売台帳を根拠資料に加えました。'],
    ]),
  );
});

describe('two packages compared', () => {
  let before: ComparedPackage;
  beforeAll(async () => (before = await packageOf(content)), 300_000);

  it('differ in nothing where they are the same', async () => {
    const changes = comparePackages(before, await packageOf(content));
    expect(Object.values(changes).flat()).toEqual([]);
  }, 300_000);

  it('tell a changed factor with the numbers and lines it moves', async () => {
    const [grid, pv] = content.tables.KmcFactors!;
    const after = await packageOf(changed({ KmcFactors: [{ ...grid!, value: 600 }, pv!] }));
    const changes = comparePackages(before, after);
    // By hand: 600 − 45.5 = 554.5 g per kWh; × 55,000 kWh = 30.4975 t.
    expect(changes.numbers).toEqual(
      expect.arrayContaining([
        { kind: 'changed', id: 'numbers', field: 'reductionPerUnit', before: '504.5', after: '554.5' },
        { kind: 'changed', id: 'numbers', field: 'avoided', before: '27.7475', after: '30.4975' },
      ]),
    );
    expect(changes.factors).toEqual([
      { kind: 'changed', id: String(grid!['id']), field: 'value', before: '550', after: '600' },
    ]);
    expect(changes.rows).toEqual([
      { kind: 'changed', id: 'KmcBaseline B1', field: 'factor', before: '550', after: '600' },
    ]);
    expect(changes.statements).toEqual([]);
    expect(changes.formulas).toEqual([]);
  }, 300_000);

  it('tell rows by table and id, wherever they stand', async () => {
    const [line] = content.tables.KmcProduct!;
    const more = { ...line!, id: 'P9', amount: 2 };
    const after = await packageOf(changed({ KmcProduct: [more, line!] }));
    expect(comparePackages(before, after).rows).toEqual([
      expect.objectContaining({ kind: 'added', id: 'KmcProduct P9', before: null }),
    ]);
    expect(comparePackages(after, before).rows).toEqual([
      expect.objectContaining({ kind: 'removed', id: 'KmcProduct P9', after: null }),
    ]);
  }, 300_000);

  it('tell a case field and a finding that came', async () => {
    const after = await packageOf(changed({}, { productName: { value: 'Another' }, contributionType: {} }));
    const changes = comparePackages(before, after);
    expect(changes.statements).toContainEqual(
      expect.objectContaining({ kind: 'changed', id: 'productName', field: 'text', after: 'Another' }),
    );
    expect(changes.findings.filter(({ kind }) => kind === 'added').length).toBeGreaterThan(0);
    expect(changes.package).toContainEqual(expect.objectContaining({ field: 'productName', after: 'Another' }));
  }, 300_000);
});
