import type { ReviewedWorkbook } from '../reviewed';
import type { PackageFile } from '../packageFile';

/** What reports are made from. */
export interface DocumentInput extends Pick<ReviewedWorkbook, 'snapshot' | 'outcome' | 'analysis' | 'review'> {
  /** The workbook's language. */
  readonly language: 'en' | 'ja';
  /** Open blocking findings: every page says 下書き（事前確認用）. */
  readonly draft: boolean;
}

/**
 * Makes the documents for people: `data/result.xlsx`, `data/report.html`, `data/report.pdf`. The same input gives the same bytes on every
 * machine, because `verify` makes them again and compares.
 */
export type DocumentBuilder = (input: DocumentInput) => Promise<readonly PackageFile[]>;
