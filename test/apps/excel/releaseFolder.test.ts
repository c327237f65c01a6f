import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { releaseFolder } from '../../../src/apps/excel/build/releaseFolder.cjs';
import { HEADERS } from '../../../src/apps/excel/build/securityHeaders.cjs';
import { xmlTree, named } from '../../manifest/xmlTree';

const NEEDED = [
  'manifest.xml',
  'taskpane.html',
  'taskpane.js',
  'functions.js',
  'functions.json',
  'functions.ja-JP.json',
];
const built = (...more: readonly [string, string][]) =>
  new Map(
    [...NEEDED.map((name) => [name, `${name} https://kmc.example.jp`] as const), ...more].map(
      ([name, text]) => [name, Buffer.from(text)] as const,
    ),
  );
const textOf = (files: ReadonlyMap<string, Uint8Array>, name: string) => Buffer.from(files.get(name)!).toString();

describe('what an administrator is handed', () => {
  const files = releaseFolder(
    built(['help/functions/en/GWP.html', 'help'], ['taskpane.js.map', 'https://localhost:3000']),
  );

  it('is the manifest, the site without it and without source maps, and headers for servers', () => {
    expect([...files.keys()].sort()).toEqual(
      [
        ...NEEDED.filter((name) => name !== 'manifest.xml').map((name) => `site/${name}`),
        'site/help/functions/en/GWP.html',
        'site/web.config',
        'site/_headers',
        'nginx-headers.conf',
        'manifest.xml',
        'SHA256SUMS',
      ].sort(),
    );
  });

  it('states the same headers in the words of each server', () => {
    const added = named(xmlTree(textOf(files, 'site/web.config')), 'add').map(({ attributes }) => [
      attributes.name,
      attributes.value,
    ]);
    expect(Object.fromEntries(added)).toEqual(HEADERS);
    for (const [name, value] of Object.entries(HEADERS)) {
      expect(textOf(files, 'site/_headers')).toContain(`\n  ${name}: ${value}\n`);
      expect(textOf(files, 'nginx-headers.conf')).toContain(`add_header ${name} "${value}" always;\n`);
    }
  });

  it('states them as the documentation does', () => {
    const documentation = readFileSync(path.resolve(__dirname, '../../../docs/excel-add-in.md'), 'utf8');
    for (const [name, value] of Object.entries(HEADERS)) expect(documentation).toContain(`\n${name}: ${value}\n`);
  });

  it('carries the sum of each file but the sums’ own', () => {
    const sums = textOf(files, 'SHA256SUMS').trim().split('\n');
    expect(sums).toHaveLength(files.size - 1);
    for (const line of sums) {
      const [sum, name] = line.split('  ');
      expect(createHash('sha256').update(files.get(name!)!).digest('hex')).toBe(sum);
    }
  });

  it('is refused where a file still points to the machine it was developed on', () => {
    expect(() => releaseFolder(built(['functions.json', '"https://localhost:3000/help"']))).toThrow(
      /functions\.json points/,
    );
  });

  it.each(NEEDED)('is refused without %s', (name) => {
    const files = built();
    files.delete(name);
    expect(() => releaseFolder(files)).toThrow(name);
  });
});
