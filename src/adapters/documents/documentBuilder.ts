import { message } from '../../core/message';
import type { DocumentBuilder, DocumentInput, PublicDocumentBuilder } from '../../core/package/documents/builder';
import { publicDocument } from '../../core/package/documents/publicDocument';
import type { PackageFile } from '../../core/package/packageFile';
import type { ReportDocument } from '../../core/report/document';
import { changesOf } from '../../core/report/changesOf';
import { htmlOf } from '../../core/report/html/html';
import type { ReportInput } from '../../core/report/input';
import { publicReportOf } from '../../core/report/publicReport';
import { reportOf } from '../../core/report/reportOf';
import { planResultWorkbook } from '../../core/resultWorkbook/planResultWorkbook';
import { translator } from '../../locales/translator';
import { pdfOf, type PdfFonts } from '../pdf/pdfOf';
import { MISSING } from '../pdf/typesetter';
import { writeXlsx } from '../xlsx/write/writeXlsx';

/** The documents of a package, by the name under which they stand in it. */
export const DOCUMENTS = { workbook: 'data/result.xlsx', page: 'data/report.html', pdf: 'data/report.pdf' } as const;

/** What a report is made from. */
export type Input = DocumentInput;

/**
 * Makes result.xlsx, report.html and report.pdf.
 * @param fonts `null` where none are at hand: then there is no PDF
 */
export const documentBuilder =
  (fonts: PdfFonts | null): DocumentBuilder =>
  (input) =>
    documentsOf(input, fonts);

export async function documentsOf(input: Input, fonts: PdfFonts | null): Promise<readonly PackageFile[]> {
  const page = reportOf(reportInput(input));
  return [
    { path: DOCUMENTS.workbook, bytes: resultWorkbook(input) },
    { path: DOCUMENTS.page, bytes: pageBytes(page) },
    ...(fonts ? [{ path: DOCUMENTS.pdf, bytes: await reportPdf(page, fonts) }] : []),
  ];
}

/** As {@link documentBuilder}, for the public version. */
export const publicDocumentBuilder =
  (fonts: PdfFonts | null): PublicDocumentBuilder =>
  ({ published, language, draft }) =>
    publicReports(publicReportOf(published, language, draft), fonts);

/** The reports of the public version, from what may be published alone. */
export async function publicDocumentsOf(input: Input, fonts: PdfFonts | null): Promise<readonly PackageFile[]> {
  return publicReports(publicReportOf(publicDocument(input), input.language, input.draft), fonts);
}

async function publicReports(page: ReportDocument, fonts: PdfFonts | null): Promise<readonly PackageFile[]> {
  return [
    { path: DOCUMENTS.page, bytes: pageBytes(page) },
    ...(fonts ? [{ path: DOCUMENTS.pdf, bytes: await reportPdf(page, fonts) }] : []),
  ];
}

export const reportInput = ({ outcome, analysis, review, language, draft, rounds }: Input): ReportInput => ({
  outcome,
  analysis,
  review,
  language,
  changes: changesOf(rounds?.previous ?? null),
  remarks: rounds?.answers?.remarks ?? [],
  draft,
});

export const resultWorkbook = (input: Input): Uint8Array => writeXlsx(planResultWorkbook(reportInput(input)));

export const pageBytes = (document: ReportDocument): Uint8Array => new TextEncoder().encode(htmlOf(document));

export const reportPdf = (document: ReportDocument, fonts: PdfFonts): Promise<Uint8Array> =>
  pdfOf(document, fonts, {
    missingGlyphs: translator(document.language)(message('report.missingGlyphs', { mark: MISSING })),
  });
