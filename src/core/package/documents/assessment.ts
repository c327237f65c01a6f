import type { Assessment, Result } from '../../calculation/types';
import type { Outcome } from '../../outcome';
import { roundedText } from '../../quantity/rounding';
import type { AssessmentDocument, ReportedNumbers, StoredAssessment } from './assessmentShape';

const reportedText = ({ value, rounding }: Result): string | null => value && roundedText(value, rounding);

/** The certified numbers as they are published. */
export const reportedNumbers = ({
  reductionPerUnit,
  avoided,
}: Pick<Assessment, 'reductionPerUnit' | 'avoided'>): ReportedNumbers => ({
  reductionPerUnit: reportedText(reductionPerUnit),
  avoided: reportedText(avoided),
});

/** What `assessment.json` says of an outcome. */
export function assessmentDocument({
  assessment,
  variations,
}: Pick<Outcome, 'assessment' | 'variations'>): AssessmentDocument {
  const { models: _, ...stored } = assessment;
  return { assessment: stored satisfies StoredAssessment, reported: reportedNumbers(assessment), variations };
}
