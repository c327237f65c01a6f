import { publicDocumentBuilder } from '../../../src/adapters/documents/documentBuilder';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { PATHS } from '../../../src/core/package/bag/layout';
import { packWorkbook } from '../../../src/core/package/pack';
import type { RowContent } from '../../../src/core/template/content';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import { utf8Text } from '../../../src/core/package/utf8';
import { opened, packageTools, packSample } from '../../support/packages';
import { isPublic, leakedIn, plantedWorkbook } from '../../support/secrets';

const tools = { ...packageTools, publicDocuments: publicDocumentBuilder(null) };

/** Every file, with its name and its bytes as text, and the container's own. */
function everythingIn(container: Uint8Array): string {
  const files = opened(container).files.map(({ path, bytes }) => `${path}\n${utf8Text(bytes) ?? ''}`);
  return [...files, Buffer.from(container).toString('latin1')].join('\n');
}

describe('the public version', () => {
  it.each(['led-lighting', 'radar', 'heat-pump', 'service', 'cement-uses'])(
    'of %s holds no text and no number of the workbook but the whitelisted ones, in none of its files',
    async (name) => {
      const { workbook, secrets, evidence } = await plantedWorkbook(name);
      const { bytes } = await packWorkbook(workbook, [evidence], tools, 'public');
      expect(opened(bytes).files.map(({ path }) => path)).toContain('data/report.html');
      expect(secrets.size).toBeGreaterThan(150);
      const leaked = leakedIn(everythingIn(bytes), secrets);
      expect(leaked.filter((place) => !isPublic(place))).toEqual([]);
      // The test would find a secret if there were one: the whitelisted ones are there.
      expect(leaked.filter(isPublic).length).toBeGreaterThan(3);
    },
    120_000,
  );

  it('is searched in a way that finds texts, numbers, names, decisions and evidence where they are: in the full version', async () => {
    const { workbook, secrets, evidence } = await plantedWorkbook('led-lighting');
    const { bytes } = await packWorkbook(workbook, [evidence], packageTools);
    const leaked = new Set(leakedIn(everythingIn(bytes), secrets));
    expect(leaked.size / secrets.size).toBeGreaterThan(0.7);
    for (const place of ['KmcCase contact', 'decision text', 'reason by', 'reply text', 'evidence content'])
      if (secrets.has(place)) expect([place, leaked.has(place)]).toEqual([place, true]);
    for (const kind of [
      /^KmcSales \d+ unitsTotal$|^KmcSales \d+ units$/,
      /^KmcEvidence \d+ file$/,
      /^KmcProduct \d+ amount$/,
    ])
      expect([kind, [...leaked].some((place) => kind.test(place))]).toEqual([kind, true]);
  }, 120_000);

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
