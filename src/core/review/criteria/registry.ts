import type { Rule } from './rule';
import { contributionType } from './rules/contributionType';
import { twoCertifiedNumbers } from './rules/twoCertifiedNumbers';
import { functionalUnit } from './rules/functionalUnit';
import { unitsPerFunctionalUnit } from './rules/unitsPerFunctionalUnit';
import { stagesComplete } from './rules/stagesComplete';
import { boundaryMismatch } from './rules/boundaryMismatch';
import { cutOff } from './rules/cutOff';
import { allocation } from './rules/allocation';
import { noCarbonCreditsInside } from './rules/noCarbonCreditsInside';
import { lineComplete } from './rules/lineComplete';
import { lineUnits } from './rules/lineUnits';
import { likeLines } from './rules/likeLines';
import { sameFactorVersion } from './rules/sameFactorVersion';
import { gwpSet } from './rules/gwpSet';
import { gridFactorKind } from './rules/gridFactorKind';
import { dataQuality } from './rules/dataQuality';
import { ioFactors } from './rules/ioFactors';
import { expandability } from './rules/expandability';
import { uniqueness } from './rules/uniqueness';
import { innovation } from './rules/innovation';
import { claimsWording } from './rules/claimsWording';
import { notNetted } from './rules/notNetted';
import { creditsDeducted } from './rules/creditsDeducted';
import { significantHarm } from './rules/significantHarm';
import { totalsRecompute } from './rules/totalsRecompute';
import { restatementLog } from './rules/restatementLog';
import { remarksAnswered } from './rules/remarksAnswered';
import { evidencePresent } from './rules/evidencePresent';
import { factorSnapshot } from './rules/factorSnapshot';
import { factorLicence } from './rules/factorLicence';
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
  twoCertifiedNumbers,
  // A2
  functionalUnit,
  unitsPerFunctionalUnit,
  stagesComplete,
  boundaryMismatch,
  cutOff,
  allocation,
  noCarbonCreditsInside,
  lineComplete,
  lineUnits,
  likeLines,
  sameFactorVersion,
  gwpSet,
  gridFactorKind,
  dataQuality,
  ioFactors,
  // A3
  expandability,
  uniqueness,
  innovation,
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
  claimsWording,
  notNetted,
  creditsDeducted,
  significantHarm,
  totalsRecompute,
  restatementLog,
  remarksAnswered,
  evidencePresent,
  factorSnapshot,
  factorLicence,
];
