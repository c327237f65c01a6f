import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

const ROOT = path.resolve(__dirname, '../..');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Nothing is fetched or reported by the browser itself: tests run without a network. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

type Executable = Pick<LaunchOptions, 'executablePath' | 'env'>;

/**
 * Starts a browser: `KMC_BROWSER` if that is set (`packaged` for the one that comes with the development dependencies),
 * else a Chrome or Chromium of the system, else the packaged one (Linux, x64).
 * The caller closes it. Close contexts and pages with it: several test files may run at once.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ ...findBrowser(), args: QUIET, headless: true });
}

export function findBrowser(wanted = process.env.KMC_BROWSER): Executable {
  if (wanted === 'packaged') return packagedBrowser();
  const found = wanted ?? systemBrowser();
  return found === undefined ? packagedBrowser() : { executablePath: found };
}

function systemBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const inPath = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [...inPath, ...ELSEWHERE].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The package brings the libraries and fonts that a bare system lacks. */
function packagedBrowser(): Executable {
  const folder = unpackedBrowser();
  const env: Record<string, string> = { LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') };
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = path.join(folder, 'fonts');
  return { executablePath: path.join(folder, 'chromium'), env: { ...definedVariables(), ...env } };
}

const definedVariables = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));

/** Unpacks once a machine, user and version. Test files run in parallel: whoever comes second keeps the first one's. */
function unpackedBrowser(): string {
  const folder = path.join(tmpdir(), `kmc-chromium-${packagedVersion()}-${userInfo().uid}`);
  if (existsSync(folder)) return folder;
  const unpacking = mkdtempSync(`${folder}-`);
  unpackInto(unpacking);
  try {
    renameSync(unpacking, folder);
  } catch (error) {
    rmSync(unpacking, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

function packagedVersion(): string {
  const manifest = readFileSync(path.join(ROOT, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

/** The package unpacks into the system's temporary folder, and its libraries only where it believes itself on AWS. */
function unpackInto(folder: string): void {
  const script = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";
  execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
