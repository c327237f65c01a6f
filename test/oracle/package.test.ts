import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { publicDocumentBuilder } from '../../src/adapters/documents/documentBuilder';
import { packWorkbook } from '../../src/core/package/pack';
import { MORE_TEXTS } from '../../src/locales/moreTexts';
import { addTexts } from '../../src/locales/translator';
import { fonts } from '../support/fonts';
import { opened, packageTools, packSample } from '../support/packages';
import { isPublic, leakedIn, plantedWorkbook } from '../support/secrets';

addTexts(MORE_TEXTS);

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'kmc-bag-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const READER = path.join(__dirname, 'bag.py');

async function unpacked(name: string, version: 'full' | 'public') {
  const { bytes, fileName } = await packSample(name, version);
  const file = path.join(folder, `${name}-${version}.zip`);
  const out = path.join(folder, `${name}-${version}`);
  writeFileSync(file, bytes);
  mkdirSync(out);
  const found = JSON.parse(execFileSync('python3', [READER, file, out], { encoding: 'utf8' })) as { folder: string };
  return { found, bag: path.join(out, found.folder), name: fileName.replace('.kmc.zip', '') };
}

describe('a package, read by other programs', () => {
  it.each([
    ['radar', 'full'],
    ['broken', 'full'],
    ['radar', 'public'],
  ] as const)(
    '%s (%s) is a valid bag of stored entries without a date',
    async (name, version) => {
      const { found, bag, name: folderName } = await unpacked(name, version);
      expect(found).toEqual({ folder: folderName, faults: [], stored: true, dates: [[1980, 1, 1, 0, 0, 0]] });
      for (const manifest of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
        const sums = spawnSync('sha256sum', ['-c', '--strict', '--quiet', manifest], { cwd: bag, encoding: 'utf8' });
        expect([sums.status, sums.stdout, sums.stderr]).toEqual([0, '', '']);
      }
    },
    120_000,
  );

  it('is told apart from a changed one by the same programs', async () => {
    const { bag } = await unpacked('photovoltaics', 'full');
    writeFileSync(path.join(bag, 'data/profile.json'), '{}');
    expect(spawnSync('sha256sum', ['-c', '--quiet', 'manifest-sha256.txt'], { cwd: bag }).status).toBe(1);
  }, 120_000);
});

it('the PDF of a public version says no text and no number of the workbook but the whitelisted ones', async () => {
  const { workbook, secrets, evidence } = await plantedWorkbook('led-lighting');
  const tools = { ...packageTools, publicDocuments: publicDocumentBuilder(fonts()) };
  const { bytes } = await packWorkbook(workbook, [evidence], tools, 'public');
  const file = path.join(folder, 'public.pdf');
  writeFileSync(file, opened(bytes).files.find(({ path: name }) => name === 'data/report.pdf')!.bytes);
  const text = ['-raw', '-layout'].map((how) => execFileSync('pdftotext', [how, file, '-'], { encoding: 'utf8' }));
  const facts = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  const leaked = leakedIn([...text, text[0]!.replace(/\s/g, ''), facts].join('\n'), secrets);
  expect(leaked.filter((place) => !isPublic(place))).toEqual([]);
  expect(leaked).toContain('KmcCase productName');
}, 120_000);
