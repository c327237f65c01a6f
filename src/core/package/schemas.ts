import { assessmentDocumentShape } from './documents/assessmentShape';
import { caseDocumentShape } from './documents/caseShape';
import { factorsShape } from './documents/factors';
import { findingsShape } from './documents/findings';
import { formulaReviewShape } from './documents/formulaReviewShape';
import { infoShape } from './documents/info';
import { profileShape } from './documents/profileShape';
import { publicShape } from './documents/publicDocument';
import { reviewFileShape } from './documents/reviewFileShape';
import { reviewReportShape } from './documents/reviewReport';
import { answersShape } from './rounds/answers';
import { previousShape } from './rounds/previous';
import { publishedSchema, type Schema, type Shaped } from './shape/shape';

const DOCUMENTS: readonly (readonly [string, string, Shaped])[] = [
  ['case', 'case.json: what an applicant states, each statement with its row', caseDocumentShape],
  ['assessment', 'assessment.json: every number with its trace', assessmentDocumentShape],
  ['findings', 'findings.json: the review with decisions, reasons and replies', findingsShape],
  ['factors', 'factors.json: snapshot of every emission factor', factorsShape],
  ['profile', 'profile.json: the method’s choices and their bases', profileShape],
  ['package', 'package.json: what a package is', infoShape],
  ['public', 'public.json: what may be published', publicShape],
  ['previous', 'previous.json: what changed since the earlier packages', previousShape],
  ['answers', 'answers.json: each remark of the reviewer with its answer', answersShape],
  ['review', 'review.json: a reviewer’s answer, bound to one package', reviewFileShape],
  ['formula-review', 'What kmc formulas --json prints: what is said of the formulas of a workbook', formulaReviewShape],
  ['review-report', 'What kmc review --json prints: the review of a workbook, with its sentences', reviewReportShape],
];

/** @returns the JSON Schemas (2020-12) of every document of a package and of what is printed for programs, by name */
export const publishedSchemas = (): ReadonlyMap<string, Schema> =>
  new Map(DOCUMENTS.map(([name, title, shape]) => [name, publishedSchema(shape, `kmc:${name}:1`, title)]));
