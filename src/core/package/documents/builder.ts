import type { Outcome } from '../../outcome';
import type { Finding } from '../../review/finding';
import type { WorkbookSnapshot } from '../../workbook/snapshot';
import type { PackageFile } from '../packageFile';

/** What reports are made from. */
export interface DocumentInput {
  /** With recalculated values. */
  readonly snapshot: WorkbookSnapshot;
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
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
