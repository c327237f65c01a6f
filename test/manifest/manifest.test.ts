import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { EXCEL_API } from '../../src/adapters/excel/environment';
import { ADDIN, NAMESPACE } from '../../src/adapters/xlsx/write/addinIdentity';
import { manifestFor } from '../../src/apps/excel/build/manifest.cjs';
import { manifestFaults } from './manifestRules';

const ROOT = path.resolve(__dirname, '../..');
const MANIFEST = readFileSync(path.join(ROOT, 'manifest.xml'), 'utf8');

/** Width and height stand in the first chunk of a PNG. */
function iconSize(name: string): readonly [number, number] | undefined {
  const file = path.join(ROOT, 'assets/icons', name);
  if (name === '' || !existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return bytes.toString('latin1', 1, 4) === 'PNG' ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : undefined;
}

describe('the manifest', () => {
  it('is sound', () => {
    expect(manifestFaults(MANIFEST, iconSize)).toEqual([]);
  });

  it('is that of the add-in that workbooks name', () => {
    expect(MANIFEST).toContain(`<Id>${ADDIN.id}</Id>`);
    expect(MANIFEST).toContain(`<Version>${ADDIN.version}</Version>`);
    expect(MANIFEST).toContain(`id="Functions.Namespace" DefaultValue="${NAMESPACE}"`);
  });

  it('asks for no more of Excel than the add-in checks for', () => {
    expect(MANIFEST).toContain(`<Set Name="ExcelApi" MinVersion="${EXCEL_API}"/>`);
    expect(MANIFEST).toContain('<Set Name="SharedRuntime" MinVersion="1.1"/>');
  });

  const longId = 'Functions.Script.Url.That.Is.Too.Long';
  it.each<[string, string, (xml: string) => string]>([
    ['an Id that is no GUID', 'not a GUID', (xml) => xml.replace(/<Id>[^<]+/, '<Id>kmc')],
    ['a version of three parts', 'four parts', (xml) => xml.replace('<Version>1.0.0.0', '<Version>1.0.0')],
    [
      'top elements out of order',
      'OfficeApp are out of order',
      (xml) =>
        xml
          .replace(/(<Permissions>.*<\/Permissions>)/, '')
          .replace('<DefaultSettings>', '<Permissions>ReadWriteDocument</Permissions>\n<DefaultSettings>'),
    ],
    [
      'Page before Script',
      'ExtensionPoint are out of order',
      (xml) => xml.replace(/(<Script>[\s\S]*<\/Script>)(\s*)(<Page>[\s\S]*<\/Page>)/, '$3$2$1'),
    ],
    [
      'Icon after Action',
      'Control are out of order',
      (xml) => xml.replace(/(<Icon>(?:(?!<Icon>)[\s\S])*<\/Icon>)(\s*)(<Action[\s\S]*<\/Action>)/, '$3$2$1'),
    ],
    [
      'a resid that names nothing',
      'Open.Hint names no resource',
      (xml) => xml.replace('resid="Open.Tip"', 'resid="Open.Hint"'),
    ],
    ['a resource twice', 'Icon.16 stands twice', (xml) => xml.replace(/(<bt:Image id="Icon.16"[^>]*>)/, '$1$1')],
    ['an id of 33 letters and more', 'longer than 32', (xml) => xml.replaceAll('Functions.Script.Url', longId)],
    [
      'a short string that is long',
      'longer than 125',
      (xml) => xml.replace('DefaultValue="Open KMC"', `DefaultValue="${'x'.repeat(126)}"`),
    ],
    [
      'a long string that is too long',
      'longer than 250',
      (xml) => xml.replace(/DefaultValue="Opens the pane[^"]*"/, `DefaultValue="${'x'.repeat(251)}"`),
    ],
    [
      'an address without encryption',
      'not https',
      (xml) => xml.replace('https://localhost:3000/functions.js"', 'http://localhost:3000/functions.js"'),
    ],
    [
      'an icon that does not exist',
      'icon-47.png is not an icon of 48',
      (xml) => xml.replace('icon-48.png', 'icon-47.png'),
    ],
    [
      'an icon of another size',
      'icon-64.png is not an icon of 80',
      (xml) => xml.replace('assets/icon-80.png', 'assets/icon-64.png'),
    ],
    [
      'no icon of 80 pixels',
      'lacks the size 80',
      (xml) => xml.replaceAll(/<bt:Image size="80"[^>]*>/g, '').replace(/<bt:Image id="Icon.80"[^>]*>/, ''),
    ],
    [
      'another page for commands',
      'not all pages',
      (xml) => xml.replace('<FunctionFile resid="Taskpane.Url"', '<FunctionFile resid="Help.Url"'),
    ],
    ['a runtime of short life', 'not a long one', (xml) => xml.replace('lifetime="long"', 'lifetime="short"')],
    [
      'a missing Japanese text',
      'Open.Label has no Japanese',
      (xml) => xml.replace(/<bt:Override Locale="ja-JP" Value="KMC を開く"\/>/, ''),
    ],
    [
      'an override without its prefix',
      'lacks its prefix',
      (xml) =>
        xml.replace(
          '<bt:Override Locale="ja-JP" Value="KMC を開く"/>',
          '<Override Locale="ja-JP" Value="KMC を開く"/>',
        ),
    ],
    [
      'a button without a command',
      'no command is called submit',
      (xml) => xml.replace('<FunctionName>checkWorkbook<', '<FunctionName>submit<'),
    ],
    [
      'a command without a button',
      'no button calls newApplication',
      (xml) => xml.replace('<FunctionName>newApplication<', '<FunctionName>checkWorkbook<'),
    ],
    ['two buttons of one id', 'Kmc.New stands twice', (xml) => xml.replace('id="Kmc.Check"', 'id="Kmc.New"')],
    ['no first steps', 'GetStarted does not stand once', (xml) => xml.replace(/<GetStarted>[\s\S]*<\/GetStarted>/, '')],
    [
      'an icon of another button’s size',
      'icon-check-16.png is not an icon of 20',
      (xml) => xml.replace('assets/icon-check-20.png', 'assets/icon-check-16.png'),
    ],
    [
      'overrides of Outlook',
      'VersionOverridesV1_0 only',
      (xml) => xml.replace('VersionOverridesV1_0', 'VersionOverridesV1_1'),
    ],
    ['too few permissions', 'must be ReadWriteDocument', (xml) => xml.replace('>ReadWriteDocument<', '>ReadDocument<')],
  ])('is refused with %s', (_what, sentence, broken) => {
    expect(broken(MANIFEST)).not.toBe(MANIFEST);
    expect(manifestFaults(broken(MANIFEST), iconSize).join('\n')).toContain(sentence);
  });
});

describe('the manifest of a build', () => {
  it('points to where the build is served, and stays sound', () => {
    const built = manifestFor(MANIFEST, { baseUrl: 'https://kmc.example.jp/addin', development: false });
    expect(built).not.toContain('localhost');
    expect(built).toContain('DefaultValue="https://kmc.example.jp/addin/taskpane.html"');
    expect(manifestFaults(built, iconSize)).toEqual([]);
  });

  it('has another identity and namespace while developing, so that an installed KMC is left alone', () => {
    const built = manifestFor(MANIFEST, { baseUrl: 'https://localhost:3000', development: true });
    expect(built).not.toContain(ADDIN.id);
    expect(built).toContain('id="Functions.Namespace" DefaultValue="KMCDEV"');
    expect(built).toContain('<DisplayName DefaultValue="KMC (development)">');
    expect(manifestFaults(built, iconSize)).toEqual([]);
  });

  it.each(['http://kmc.example.jp', 'kmc.example.jp', 'https://kmc.example.jp/', 'https://kmc.example.jp/a?b="c"', ''])(
    'is refused for the address "%s"',
    (baseUrl) => {
      expect(() => manifestFor(MANIFEST, { baseUrl, development: false })).toThrow(RangeError);
    },
  );
});
