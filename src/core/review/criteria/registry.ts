import type { Rule } from './rule';
import { contributionType } from './rules/contributionType';
import { baselineType } from './rules/baselineType';
import { baselineLegalMinimum } from './rules/baselineLegalMinimum';
import { baselineMix } from './rules/baselineMix';
import { shareBasis } from './rules/shareBasis';
import { baselineAge } from './rules/baselineAge';
import { baselineRegion } from './rules/baselineRegion';
import { sameDetail } from './rules/sameDetail';
import { inCityStages } from './rules/inCityStages';
import { basisFlowOrStock } from './rules/basisFlowOrStock';
import { rebound } from './rules/rebound';
import { negativeKept } from './rules/negativeKept';
import { signRobust } from './rules/signRobust';
import { uncertaintyShown } from './rules/uncertaintyShown';
import { screeningGrade } from './rules/screeningGrade';
import { rateRange } from './rules/rateRange';
import { ratePartners } from './rules/ratePartners';
import { rateComponent } from './rules/rateComponent';
import { unitsEvidence } from './rules/unitsEvidence';
import { realizedOnly } from './rules/realizedOnly';
import { countedOnce } from './rules/countedOnce';
import { period } from './rules/period';

/** Every rule in the city's order: A1, A2, A3, B1, B2, B3, then G. One line a rule. */
export const RULES: readonly Rule[] = [
  // A1
  contributionType,
  // A2
  // A3
  // B1
  baselineType,
  baselineLegalMinimum,
  baselineMix,
  shareBasis,
  baselineAge,
  baselineRegion,
  sameDetail,
  inCityStages,
  basisFlowOrStock,
  rebound,
  negativeKept,
  signRobust,
  uncertaintyShown,
  screeningGrade,
  // B2
  rateRange,
  ratePartners,
  rateComponent,
  // B3
  unitsEvidence,
  realizedOnly,
  countedOnce,
  period,
  // G
];
