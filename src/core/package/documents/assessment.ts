import type { Assessment, Result } from '../../calculation/types';
import type { Outcome } from '../../outcome';
import { roundedText } from '../../quantity/rounding';
import type { AssessmentDocument, ReportedNumbers } from './assessmentShape';

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
export const assessmentDocument = ({
  assessment,
  variations,
}: Pick<Outcome, 'assessment' | 'variations'>): AssessmentDocument => ({
  assessment,
  reported: reportedNumbers(assessment),
  variations,
});
