import { PROFILE_OF, type Profile } from '../../calculation/profile';
import type { Outcome } from '../../outcome';
import { canonicalJson, type Json } from '../json';
import { PATHS } from '../bag/layout';
import type { PackageFile } from '../packageFile';
import type { ReviewedWorkbook } from '../reviewed';
import { utf8Bytes } from '../utf8';
import { assessmentDocument } from './assessment';
import { assessmentDocumentShape } from './assessmentShape';
import { caseDocumentShape } from './caseShape';
import { factorsOf, factorsShape } from './factors';
import { findingsDocument, findingsShape } from './findings';
import { profileShape } from './profileShape';

/** The built-in profile an assessment says it was made with. */
export const profileOf = (id: string): Profile | null =>
  Object.hasOwn(PROFILE_OF, id) ? PROFILE_OF[id as keyof typeof PROFILE_OF] : null;

/** @returns whether the product holds this very profile, and so can say what must be in it */
export const isBuiltIn = ({ id, version }: Pick<Profile, 'id' | 'version'>): boolean =>
  profileOf(id)?.version === version;

/** Every document of a full package that follows from the workbook, as JSON by path. */
export function documentsOf({ reading, outcome, review }: ReviewedWorkbook): ReadonlyMap<string, Json> {
  return new Map<string, Json>([
    [PATHS.case, caseDocumentShape.encode(reading)],
    [PATHS.assessment, assessmentDocumentShape.encode(assessmentDocument(outcome))],
    [PATHS.findings, findingsShape.encode(findingsDocument(review))],
    [PATHS.factors, factorsShape.encode(factorsOf(reading.case))],
    [PATHS.profile, profileDocument(outcome)],
  ]);
}

export const profileDocument = ({ assessment }: Outcome): Json =>
  profileShape.encode(profileOf(assessment.profile.id)!);

export const jsonFile = (path: string, value: Json): PackageFile => ({ path, bytes: utf8Bytes(canonicalJson(value)) });
