import type { ReviewedWorkbook } from '../reviewed';
import type { AnswersDocument } from '../rounds/answers';
import type { PreviousDocument } from '../rounds/previous';
import type { PublicDocument } from './publicDocument';
import type { PackageFile } from '../packageFile';

/** What reports are made from. */
export interface DocumentInput extends Pick<ReviewedWorkbook, 'snapshot' | 'outcome' | 'analysis' | 'review'> {
  /** The workbook's language. */
  readonly language: 'en' | 'ja';
  /** Open blocking findings: every page says 下書き（事前確認用）. */
  readonly draft: boolean;
  /** What changed since the earlier packages, and their reviewer's remarks with the answers; nothing of it in a first one. */
  readonly rounds?: RoundDocuments;
}

/** What a package says of the rounds before it. */
export interface RoundDocuments {
  readonly previous: PreviousDocument | null;
  readonly answers: AnswersDocument | null;
}

/**
 * Makes the documents for people: `data/result.xlsx`, `data/report.html`, `data/report.pdf`. The same input gives the same bytes on every
 * machine, because `verify` makes them again and compares.
 */
export type DocumentBuilder = (input: DocumentInput) => Promise<readonly PackageFile[]>;

/** What the reports of a public version are made from, and nothing else. */
export interface PublicDocumentInput {
  readonly published: PublicDocument;
  readonly language: 'en' | 'ja';
  readonly draft: boolean;
}

/** As {@link DocumentBuilder}, from what may be published alone. */
export type PublicDocumentBuilder = (input: PublicDocumentInput) => Promise<readonly PackageFile[]>;
