import { filesBelow } from '../../../adapters/node/fileFolder';
import { nodeFiles } from '../../../adapters/node/fileStore';
import { KmcError, message, type Message } from '../../../core/message';
import type { RoundDocuments } from '../../../core/package/documents/builder';
import type { CertifiedNumbers } from '../../../core/package/documents/info';
import { packWorkbook } from '../../../core/package/pack';
import { openSubmitted } from '../../../core/package/rounds/submitted';
import { readReviewFile } from '../../../core/package/rounds/readReviewFile';
import type { Round } from '../../../core/package/rounds/round';
import type { VerifyTools } from '../../../core/package/verify/context';
import type { ReviewFile } from '../../../core/review/decisions/reviewFile';
import { unansweredOf } from '../../../core/review/rounds/remarks';
import { reportingTools } from '../packageTools';
import { OK, type Session } from '../terminal';

interface Options {
  readonly evidence?: string;
  readonly public?: boolean;
  readonly previous?: string;
  readonly review?: string;
  readonly out?: string;
}

/** Packs a workbook for submission and says what the applicant should know of the package. */
export async function packFile(session: Session, file: string, options: Options): Promise<number> {
  const { say, terminal } = session;
  session.progress('reading');
  const workbook = await nodeFiles.read(file);
  const evidence = options.evidence === undefined ? [] : await evidenceBelow(options.evidence);
  const tools = await reportingTools();
  const round = await roundIn(options, tools);
  session.progress('recalculating');
  const packed = await packWorkbook(workbook, evidence, tools, options.public ? 'public' : 'full', round);
  const out = options.out ?? packed.fileName;
  await nodeFiles.write(out, packed.bytes);
  const lines = [
    message('package.cli.pack.done', { file: out, ...numberTexts(packed.info.numbers, say('package.cli.pack.none')) }),
    message('package.cli.pack.id', { id: packed.id }),
    ...(packed.info.draft ? [message('package.cli.pack.draft', { count: packed.info.blocking })] : []),
    ...roundTexts(packed.rounds),
    ...packed.notices,
  ];
  terminal.out(lines.map((line) => `${say(line)}\n`).join(''));
  return OK;
}

async function roundIn({ previous, review }: Options, tools: VerifyTools): Promise<Round | null> {
  if (previous === undefined) {
    if (review !== undefined) throw new KmcError(message('package.cli.pack.needs-previous'));
    return null;
  }
  const earlier = await openSubmitted(await nodeFiles.read(previous), tools);
  return { earlier, review: review === undefined ? null : await reviewIn(review) };
}

/** @throws KmcError for what is no review.json */
export async function reviewIn(file: string): Promise<ReviewFile> {
  const reading = readReviewFile(await nodeFiles.read(file));
  if (!reading.ok) throw new KmcError(reading.message);
  return reading.value;
}

function roundTexts({ previous, answers }: RoundDocuments): readonly Message[] {
  const changes = previous?.steps.at(-1)?.changes;
  const remarks = answers?.remarks ?? [];
  return [
    ...(changes
      ? [
          message('package.cli.pack.changes', {
            contents: changes.contents.length,
            rows: changes.rows.length,
            formulas: changes.formulas.length,
            opened: changes.findings.opened.length,
            closed: changes.findings.closed.length,
            reopened: changes.reopened.length,
          }),
        ]
      : []),
    ...(remarks.length > 0
      ? [
          message('package.cli.pack.answers', {
            all: remarks.length,
            answered: remarks.filter(({ state }) => state === 'answered').length,
            unanswered: unansweredOf(remarks).length,
          }),
        ]
      : []),
  ];
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
