import { message } from '../../core/message';
import type { DocumentInput } from '../../core/package/documents/builder';
import type { Papers, ReviewPapers } from '../../core/package/documents/papers';
import type { PackageFile } from '../../core/package/packageFile';
import type { ReportDocument } from '../../core/report/document';
import { opinionReport } from '../../core/report/opinion';
import { usesOf } from '../../core/report/uses/uses';
import { letterPlan } from '../../core/review/rounds/letterPlan';
import { translator } from '../../locales/translator';
import type { PdfFonts } from '../pdf/pdfOf';
import { writeXlsx } from '../xlsx/write/writeXlsx';
import { reportPdf } from './documentBuilder';
import { pageBytes, reportInput } from './withoutPdf';

/** @param fonts `null` where none are at hand: then there is no PDF */
export const papers = (fonts: PdfFonts | null): Papers => ({
  letter: async (input) => ({ path: 'letter.xlsx', bytes: letterBytes(input) }),
  opinion: (input) => opinionFiles(input, fonts),
  uses: (input, source) => useFiles(input, source, fonts),
});

/** 指摘事項・回答書, in the language asked for. */
export function letterBytes({ remarks, package: id, application, round, language }: ReviewPapers): Uint8Array {
  const say = translator(language);
  const { productName, applicant, fiscalYear } = application;
  const about = message('decisions.letter.about', {
    product: productName ?? '—',
    applicant: applicant ?? '—',
    year: fiscalYear ?? '—',
    round,
  });
  return writeXlsx(letterPlan({ remarks, about: say(about), package: id }, language, say));
}

/** 検証意見書 as a document. @returns `null` without an opinion */
export function opinionDocument({ opinion, remarks, ...about }: ReviewPapers): ReportDocument | null {
  if (!opinion) return null;
  return opinionReport({ ...about, opinion, remarks: remarks.filter(({ round }) => round !== null) });
}

async function opinionFiles(input: ReviewPapers, fonts: PdfFonts | null): Promise<readonly PackageFile[]> {
  const document = opinionDocument(input);
  return document ? filesOf('opinion', document, fonts) : [];
}

async function useFiles(
  input: DocumentInput,
  source: string | null,
  fonts: PdfFonts | null,
): Promise<readonly PackageFile[]> {
  const files: PackageFile[] = [];
  for (const { name, document } of usesOf(reportInput(input), source))
    files.push(...(await filesOf(name, document, fonts)));
  return files;
}

async function filesOf(
  name: string,
  document: ReportDocument,
  fonts: PdfFonts | null,
): Promise<readonly PackageFile[]> {
  return [
    { path: `${name}.html`, bytes: pageBytes(document) },
    ...(fonts ? [{ path: `${name}.pdf`, bytes: await reportPdf(document, fonts) }] : []),
  ];
}
