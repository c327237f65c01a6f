import path from 'node:path';
import { reportPdf } from '../../../adapters/documents/documentBuilder';
import { pageBytes, reportInput, resultWorkbook } from '../../../adapters/documents/withoutPdf';
import { papers } from '../../../adapters/documents/papers';
import { nodeFiles } from '../../../adapters/node/fileStore';
import { KmcError, message } from '../../../core/message';
import type { DocumentInput } from '../../../core/package/documents/builder';
import { publicDocument } from '../../../core/package/documents/publicDocument';
import { evaluateWorkbook } from '../../../core/package/evaluated';
import { reviewWorkbook } from '../../../core/package/reviewed';
import type { ReportDocument } from '../../../core/report/document';
import { publicReportOf } from '../../../core/report/publicReport';
import { isDraft, reportOf } from '../../../core/report/reportOf';
import { openSubmitted, type Submitted } from '../../../core/package/rounds/submitted';
import type { VerifyTools } from '../../../core/package/verify/context';
import { isPackage } from '../review/source';
import { packageTools } from '../packageTools';
import { reportFonts } from '../reportFonts';
import { HAS_PROBLEMS, OK, type Session } from '../terminal';

interface Options {
  readonly out?: string;
  readonly public?: boolean;
  readonly uses?: string;
}

/** Makes one report of a workbook or of a package; drafts of further documents where they are asked for. */
export async function makeReport(session: Session, file: string, options: Options): Promise<number> {
  const out = options.out ?? 'report.html';
  refuseUnknownKind(out, options);
  session.progress('reading');
  const { input, source } = await inputOf(session, file);
  session.progress('writing');
  const made = [[out, await bytesOf(out, input, options)] as const, ...(await useFiles(input, source, options))];
  for (const [place, bytes] of made) {
    await nodeFiles.write(place, bytes);
    session.terminal.out(`${session.say(message('report.cli.done', { file: place }))}\n`);
  }
  if (!input.draft) return OK;
  session.terminal.out(`${session.say('report.cli.draft')}\n`);
  return HAS_PROBLEMS;
}

const KINDS = ['.html', '.pdf', '.xlsx'];

const kindOf = (out: string): string => path.extname(out).toLowerCase();

function refuseUnknownKind(out: string, options: Options): void {
  if (!KINDS.includes(kindOf(out))) throw new KmcError(message('report.cli.kind', { file: out }));
  if (options.public && kindOf(out) === '.xlsx') throw new KmcError(message('report.cli.publicWorkbook'));
}

/** What a report is made from, and the id of the package where it is one. */
interface Source {
  readonly input: DocumentInput;
  readonly source: string | null;
}

/** Of a workbook or of a package; in the workbook's language unless another one is asked for. */
async function inputOf(session: Session, file: string): Promise<Source> {
  const tools = packageTools();
  const bytes = await nodeFiles.read(file);
  const found = isPackage(bytes, tools) ? await openSubmitted(bytes, tools) : await workbookIn(session, bytes, tools);
  const { id, reviewed, rounds } = found;
  const own = reviewed.outcome.case.language ?? session.language;
  const language = session.isLanguageAsked ? session.language : own;
  return { input: { ...reviewed, language, draft: isDraft(reviewed), rounds }, source: id };
}

async function workbookIn(
  session: Session,
  bytes: Uint8Array,
  { open, recalculator }: VerifyTools,
): Promise<Pick<Submitted, 'reviewed' | 'rounds'> & { readonly id: null }> {
  const evaluated = await evaluateWorkbook(bytes, open, recalculator);
  session.progress('reviewing');
  return { id: null, reviewed: reviewWorkbook(evaluated, null), rounds: { previous: null, answers: null } };
}

async function bytesOf(out: string, input: DocumentInput, options: Options): Promise<Uint8Array> {
  if (kindOf(out) === '.xlsx') return resultWorkbook(input);
  const document: ReportDocument = options.public
    ? publicReportOf(publicDocument(input), input.language, input.draft)
    : reportOf(reportInput(input));
  return kindOf(out) === '.pdf' ? reportPdf(document, await reportFonts()) : pageBytes(document);
}

/** Each draft as a page and as a PDF. */
async function useFiles(
  input: DocumentInput,
  source: string | null,
  { uses }: Options,
): Promise<readonly (readonly [string, Uint8Array])[]> {
  if (uses === undefined) return [];
  const files = await papers(await reportFonts()).uses(input, source);
  return files.map(({ path: name, bytes }) => [path.join(uses, name), bytes]);
}
