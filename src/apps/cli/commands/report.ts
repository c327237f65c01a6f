import path from 'node:path';
import {
  pageBytes,
  reportInput,
  reportPdf,
  resultWorkbook,
  type Input,
} from '../../../adapters/documents/documentBuilder';
import { nodeFiles } from '../../../adapters/node/fileStore';
import { KmcError, message } from '../../../core/message';
import { publicDocument } from '../../../core/package/documents/publicDocument';
import { evaluateWorkbook } from '../../../core/package/evaluated';
import { reviewWorkbook } from '../../../core/package/reviewed';
import type { ReportDocument } from '../../../core/report/document';
import { publicReportOf } from '../../../core/report/publicReport';
import { isDraft, reportOf } from '../../../core/report/reportOf';
import { usesOf } from '../../../core/report/uses/uses';
import { packageTools } from '../packageTools';
import { reportFonts } from '../reportFonts';
import { HAS_PROBLEMS, OK, type Session } from '../terminal';

interface Options {
  readonly out?: string;
  readonly public?: boolean;
  readonly uses?: string;
}

/** Makes one report of a workbook, in the language of the command; drafts of further documents where they are asked for. */
export async function makeReport(session: Session, file: string, options: Options): Promise<number> {
  const out = options.out ?? 'report.html';
  refuseUnknownKind(out, options);
  session.progress('reading');
  const input = await inputOf(session, file);
  session.progress('writing');
  const made = [[out, await bytesOf(out, input, options)] as const, ...useFiles(input, options)];
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

async function inputOf(session: Session, file: string): Promise<Input> {
  const { open, recalculator } = await packageTools();
  const evaluated = await evaluateWorkbook(await nodeFiles.read(file), open, recalculator);
  session.progress('reviewing');
  const reviewed = reviewWorkbook(evaluated, null);
  return { ...reviewed, language: session.language, draft: isDraft(reviewed) };
}

async function bytesOf(out: string, input: Input, options: Options): Promise<Uint8Array> {
  if (kindOf(out) === '.xlsx') return resultWorkbook(input);
  const document: ReportDocument = options.public
    ? publicReportOf(publicDocument(input), input.language, input.draft)
    : reportOf(reportInput(input));
  return kindOf(out) === '.pdf' ? reportPdf(document, await reportFonts()) : pageBytes(document);
}

const useFiles = (input: Input, { uses }: Options): readonly (readonly [string, Uint8Array])[] =>
  uses === undefined
    ? []
    : usesOf(reportInput(input)).map(({ name, document }) => [path.join(uses, `${name}.html`), pageBytes(document)]);
