import type { Message } from '../../message';
import type { Opinion } from '../../review/decisions/opinion';
import type { ReviewedApplication } from '../../review/decisions/reviewFile';
import type { Remark } from '../../review/rounds/letter';
import type { PackageFile } from '../packageFile';
import type { DocumentInput } from './builder';
import type { CertifiedNumbers } from './info';

/** What a reviewer's papers are made from. */
export interface ReviewPapers {
  readonly application: ReviewedApplication;
  /** Id of the package that was reviewed; `null` for a workbook that was never packed. */
  readonly package: string | null;
  readonly round: number;
  readonly numbers: CertifiedNumbers;
  /** The reviewer's, then what is open and undecided. */
  readonly remarks: readonly Remark[];
  /** `null` where none is given. */
  readonly opinion: Opinion | null;
  /** What stands against the opinion in the record of the review. */
  readonly notices: readonly Message[];
  readonly language: 'en' | 'ja';
}

/** Makes papers beside a package, each as a file by its proposed name. */
export interface Papers {
  /** 指摘事項・回答書 as .xlsx. */
  letter(input: ReviewPapers): Promise<PackageFile>;
  /** 検証意見書 as .html and, where fonts are at hand, .pdf; nothing without an opinion. */
  opinion(input: ReviewPapers): Promise<readonly PackageFile[]>;
  /**
   * Drafts for the uses the city names, each as .html and .pdf.
   * @param source id of the package that they are made from; `null` for a workbook
   */
  uses(input: DocumentInput, source: string | null): Promise<readonly PackageFile[]>;
}
