import type { DocumentBuilder, DocumentInput, PublicDocumentBuilder } from '../../core/package/documents/builder';
import type { PackageFile } from '../../core/package/packageFile';
import type { ReportDocument } from '../../core/report/document';
import { changesOf } from '../../core/report/changesOf';
import { htmlOf } from '../../core/report/html/html';
import type { ReportInput } from '../../core/report/input';
import { publicReportOf } from '../../core/report/publicReport';
import { reportOf } from '../../core/report/reportOf';
import { planResultWorkbook } from '../../core/resultWorkbook/planResultWorkbook';
import { writeXlsx } from '../xlsx/write/writeXlsx';

/** The documents of a package, by the name under which they stand in it. */
export const DOCUMENTS = { workbook: 'data/result.xlsx', page: 'data/report.html', pdf: 'data/report.pdf' } as const;

/** result.xlsx and report.html, for a machine where neither fonts nor what sets a PDF are at hand. */
export const documentsWithoutPdf: DocumentBuilder = async (input) =>
  filesWithoutPdf(input, reportOf(reportInput(input)));

/** As {@link documentsWithoutPdf}, for the public version. */
export const publicDocumentsWithoutPdf: PublicDocumentBuilder = async ({ published, language, draft }) => [
  pageFile(publicReportOf(published, language, draft)),
];

/** @param page the report of `input` */
export const filesWithoutPdf = (input: DocumentInput, page: ReportDocument): readonly PackageFile[] => [
  { path: DOCUMENTS.workbook, bytes: resultWorkbook(input) },
  pageFile(page),
];

export const pageFile = (page: ReportDocument): PackageFile => ({ path: DOCUMENTS.page, bytes: pageBytes(page) });

export const reportInput = ({ outcome, analysis, review, language, draft, rounds }: DocumentInput): ReportInput => ({
  outcome,
  analysis,
  review,
  language,
  changes: changesOf(rounds?.previous ?? null),
  remarks: rounds?.answers?.remarks ?? [],
  draft,
});

export const resultWorkbook = (input: DocumentInput): Uint8Array => writeXlsx(planResultWorkbook(reportInput(input)));

export const pageBytes = (document: ReportDocument): Uint8Array => new TextEncoder().encode(htmlOf(document));
