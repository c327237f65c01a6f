import { filesBelow } from '../../../adapters/node/fileFolder';
import { nodeFiles } from '../../../adapters/node/fileStore';
import { KmcError, message } from '../../../core/message';
import type { CertifiedNumbers } from '../../../core/package/documents/info';
import { packWorkbook } from '../../../core/package/pack';
import { reportingTools } from '../packageTools';
import { OK, type Session } from '../terminal';

interface Options {
  readonly evidence?: string;
  readonly public?: boolean;
  readonly out?: string;
}

/** Packs a workbook for submission and says what the applicant should know of the package. */
export async function packFile(session: Session, file: string, options: Options): Promise<number> {
  const { say, terminal } = session;
  session.progress('reading');
  const workbook = await nodeFiles.read(file);
  const evidence = options.evidence === undefined ? [] : await evidenceBelow(options.evidence);
  session.progress('recalculating');
  const packed = await packWorkbook(workbook, evidence, await reportingTools(), options.public ? 'public' : 'full');
  const out = options.out ?? packed.fileName;
  await nodeFiles.write(out, packed.bytes);
  const lines = [
    message('package.cli.pack.done', { file: out, ...numberTexts(packed.info.numbers, say('package.cli.pack.none')) }),
    message('package.cli.pack.id', { id: packed.id }),
    ...(packed.info.draft ? [message('package.cli.pack.draft', { count: packed.info.blocking })] : []),
    ...packed.notices,
  ];
  terminal.out(lines.map((line) => `${say(line)}\n`).join(''));
  return OK;
}

export function numberTexts(numbers: CertifiedNumbers, none: string): { reduction: string; avoided: string } {
  const text = (value: string | null, unit: string) => (value === null ? none : `${value} ${unit}`);
  return {
    reduction: text(numbers.reductionPerUnit, numbers.reductionUnit),
    avoided: text(numbers.avoided, numbers.avoidedUnit),
  };
}

export async function evidenceBelow(folder: string) {
  try {
    return await filesBelow(folder, nodeFiles);
  } catch (error) {
    if (error instanceof KmcError) throw error;
    throw new KmcError(message('cli.file-missing', { file: folder }));
  }
}
