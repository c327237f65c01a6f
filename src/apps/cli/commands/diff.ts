import { nodeFiles } from '../../../adapters/node/fileStore';
import { readXlsx } from '../../../adapters/xlsx/read/readXlsx';
import { inflate } from '../../../adapters/zip/inflate';
import { KmcError, message } from '../../../core/message';
import { PATHS } from '../../../core/package/bag/layout';
import type { Change } from '../../../core/package/compare/change';
import {
  CHANGE_AREAS,
  comparePackages,
  type ComparedPackage,
  type PackageChanges,
} from '../../../core/package/compare/comparePackages';
import { openPackage, type OpenedPackage } from '../../../core/package/open';
import { reviewFormulas } from '../../../core/review/formulas/reviewFormulas';
import { OK, type Session } from '../terminal';

/** Tells what changed from one package to another. Neither is verified: `kmc verify` does that. */
export async function diffFiles(
  session: Session,
  before: string,
  after: string,
  options: { readonly json?: boolean },
): Promise<number> {
  session.progress('reading');
  const changes = comparePackages(await packageIn(before), await packageIn(after));
  session.terminal.out(options.json ? `${JSON.stringify(changes, null, 2)}\n` : asText(session, changes));
  return OK;
}

async function packageIn(file: string): Promise<ComparedPackage> {
  const opening = openPackage(await nodeFiles.read(file), inflate);
  if (!opening.ok) throw new KmcError(message('package.cli.unusable', { file, reason: opening.fault.message }));
  return { opened: opening.value, formulas: await formulasOf(opening.value) };
}

/** A workbook that cannot be read has no formulas to compare; `kmc verify` says so of it. */
async function formulasOf({ files }: OpenedPackage): Promise<ComparedPackage['formulas']> {
  const workbook = files.find(({ path }) => path === PATHS.workbook);
  if (!workbook) return null;
  try {
    return reviewFormulas((await readXlsx(workbook.bytes)).snapshot).unique;
  } catch (error) {
    if (error instanceof KmcError) return null;
    throw error;
  }
}

function asText({ say }: Session, changes: PackageChanges): string {
  const areas = CHANGE_AREAS.filter((area) => changes[area].length > 0);
  if (areas.length === 0) return `${say('package.cli.diff.none')}\n`;
  return areas
    .map((area) => `${say(`package.areas.${area}`)}\n${changes[area].map((one) => changeText(one, say)).join('')}`)
    .join('');
}

function changeText({ kind, id, field, before, after }: Change, say: Session['say']): string {
  const place = field === null ? id : `${id} ${field}`;
  const shown = (text: string | null) => shortened(text ?? say('package.cli.diff.blank'));
  if (kind === 'changed') return `  ${place}: ${shown(before)} → ${shown(after)}\n`;
  const said = kind === 'added' ? after : before;
  return `  ${say(`package.cli.diff.${kind}`)} ${place}${said === null ? '' : `: ${shortened(said)}`}\n`;
}

const LONGEST = 160;
const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);
