import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { elements, named, xmlTree, type Element } from './xmlTree';

const ROOT = path.resolve(__dirname, '../..');
const GUID = '11111111-2222-4333-8444-555555555555';

/** In a process of its own: the tool is published for Node's own loader. */
const SCRIPT = `
  const { OfficeAddinManifest } = require('office-addin-manifest');
  const file = process.argv[1];
  (async () => {
    const read = await OfficeAddinManifest.readManifestFile(file);
    const edited = await OfficeAddinManifest.modifyManifestFile(file, '${GUID}', 'Edited');
    console.log(JSON.stringify({ read, edited }));
  })();
`;

interface Information {
  readonly id: string;
  readonly version: string;
  readonly displayName: string;
  readonly hosts: readonly string[];
  readonly permissions: string;
}

/** What of a manifest the tool was not asked to change. */
const kept = (manifest: Element): unknown =>
  elements(manifest)
    .filter(({ name }) => name !== 'Id' && name !== 'DisplayName')
    .map(({ name, attributes, text }) => [name, attributes, text]);

it('Microsoft’s own tool reads the manifest, and edits it without losing anything', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-manifest-'));
  const file = path.join(folder, 'manifest.xml');
  const before = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');
  writeFileSync(file, before);
  try {
    const said = execFileSync(process.execPath, ['-e', SCRIPT, file], { cwd: ROOT, encoding: 'utf8' });
    const { read, edited } = JSON.parse(said) as Record<'read' | 'edited', Information>;
    expect(read).toMatchObject({
      id: named(xmlTree(before), 'Id')[0]!.text,
      version: '1.0.0.0',
      displayName: 'KMC',
      hosts: ['Workbook'],
      permissions: 'ReadWriteDocument',
    });
    expect(edited).toMatchObject({ id: GUID, displayName: 'Edited' });
    expect(kept(xmlTree(readFileSync(file, 'utf8')))).toEqual(kept(xmlTree(before)));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
