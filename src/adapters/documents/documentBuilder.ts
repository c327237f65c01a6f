import { message } from '../../core/message';
import type { DocumentBuilder, DocumentInput, PublicDocumentBuilder } from '../../core/package/documents/builder';
import { publicDocument } from '../../core/package/documents/publicDocument';
import type { PackageFile } from '../../core/package/packageFile';
import type { ReportDocument } from '../../core/report/document';
import { publicReportOf } from '../../core/report/publicReport';
import { reportOf } from '../../core/report/reportOf';
import { translator } from '../../locales/translator';
import { pdfOf, type PdfFonts } from '../pdf/pdfOf';
import { MISSING } from '../pdf/typesetter';
import { DOCUMENTS, filesWithoutPdf, pageFile, reportInput } from './withoutPdf';

/**
 * Makes result.xlsx, report.html and report.pdf.
 * @param fonts `null` where none are at hand: then there is no PDF
 */
export const documentBuilder =
  (fonts: PdfFonts | null): DocumentBuilder =>
  (input) =>
    documentsOf(input, fonts);

export async function documentsOf(input: DocumentInput, fonts: PdfFonts | null): Promise<readonly PackageFile[]> {
  const page = reportOf(reportInput(input));
  return [...filesWithoutPdf(input, page), ...(await pdfFiles(page, fonts))];
}

/** As {@link documentBuilder}, for the public version. */
export const publicDocumentBuilder =
  (fonts: PdfFonts | null): PublicDocumentBuilder =>
  ({ published, language, draft }) =>
    publicReports(publicReportOf(published, language, draft), fonts);

/** The reports of the public version, from what may be published alone. */
export async function publicDocumentsOf(input: DocumentInput, fonts: PdfFonts | null): Promise<readonly PackageFile[]> {
  return publicReports(publicReportOf(publicDocument(input), input.language, input.draft), fonts);
}

async function publicReports(page: ReportDocument, fonts: PdfFonts | null): Promise<readonly PackageFile[]> {
  return [pageFile(page), ...(await pdfFiles(page, fonts))];
}

async function pdfFiles(page: ReportDocument, fonts: PdfFonts | null): Promise<readonly PackageFile[]> {
  return fonts ? [{ path: DOCUMENTS.pdf, bytes: await reportPdf(page, fonts) }] : [];
}

export const reportPdf = (document: ReportDocument, fonts: PdfFonts): Promise<Uint8Array> =>
  pdfOf(document, fonts, {
    missingGlyphs: translator(document.language)(message('report.missingGlyphs', { mark: MISSING })),
  });
