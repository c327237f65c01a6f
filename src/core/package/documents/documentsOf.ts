import { PROFILE_OF, type Profile } from '../../calculation/profile';
import type { EvaluatedWorkbook } from '../evaluated';
import { canonicalJson, type Json } from '../json';
import { PATHS } from '../bag/layout';
import type { PackageFile } from '../packageFile';
import { utf8Bytes } from '../utf8';
import { assessmentDocument } from './assessment';
import { assessmentDocumentShape } from './assessmentShape';
import { caseDocumentShape } from './caseShape';
import { factorsOf, factorsShape } from './factors';
import { findingsShape } from './findings';
import type { Finding } from '../../review/finding';
import { profileShape } from './profileShape';

/** The built-in profile an assessment says it was made with. */
export const profileOf = (id: string): Profile | null =>
  Object.hasOwn(PROFILE_OF, id) ? PROFILE_OF[id as keyof typeof PROFILE_OF] : null;

/** Every document of a full package that follows from the workbook, as JSON by path. */
export function documentsOf(
  { reading, outcome }: EvaluatedWorkbook,
  findings: readonly Finding[],
): ReadonlyMap<string, Json> {
  return new Map<string, Json>([
    [PATHS.case, caseDocumentShape.encode(reading)],
    [PATHS.assessment, assessmentDocumentShape.encode(assessmentDocument(outcome))],
    [PATHS.findings, findingsShape.encode({ findings })],
    [PATHS.factors, factorsShape.encode(factorsOf(reading.case))],
    [PATHS.profile, profileShape.encode(profileOf(outcome.assessment.profile.id)!)],
  ]);
}

export const jsonFile = (path: string, value: Json): PackageFile => ({ path, bytes: utf8Bytes(canonicalJson(value)) });
