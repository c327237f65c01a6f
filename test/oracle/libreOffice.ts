import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** LibreOffice trusts cached values unless told to recalculate every OOXML file it opens. */
const RECALCULATE_ALWAYS = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
`;

/**
 * Opens a workbook in LibreOffice, recalculates it there and saves it.
 * @returns the saved .xlsx
 * @throws Error when LibreOffice is not installed or gives no file
 */
export function recalculateInLibreOffice(bytes: Uint8Array, format: 'xlsx' | 'pdf' = 'xlsx'): Uint8Array {
  const folder = mkdtempSync(path.join(tmpdir(), 'kmc-oracle-'));
  try {
    const profile = path.join(folder, 'profile');
    writeProfile(profile);
    writeFileSync(path.join(folder, 'in.xlsx'), bytes);
    const out = path.join(folder, 'out');
    const run = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--convert-to',
        format,
        '--outdir',
        out,
        path.join(folder, 'in.xlsx'),
      ],
      { encoding: 'utf8', timeout: 120_000 },
    );
    if (run.error) throw run.error;
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status}: ${run.stderr}`);
    return new Uint8Array(readFileSync(path.join(out, `in.${format}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function writeProfile(profile: string): void {
  const user = path.join(profile, 'user');
  spawnSync('mkdir', ['-p', user]);
  writeFileSync(path.join(user, 'registrymodifications.xcu'), RECALCULATE_ALWAYS);
}
