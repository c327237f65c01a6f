import type { Check } from './check';
import { approximateLookup } from './checks/approximateLookup';
import { blankReference } from './checks/blankReference';
import { circularReference } from './checks/circularReference';
import { dateAsText } from './checks/dateAsText';
import { doubleCounting } from './checks/doubleCounting';
import { errorValue } from './checks/errorValue';
import { externalLink } from './checks/externalLink';
import { factorsApart } from './checks/factorsApart';
import { gapInList } from './checks/gapInList';
import { hardCodedNumber } from './checks/hardCodedNumber';
import { hiddenInput } from './checks/hiddenInput';
import { inconsistentFormula } from './checks/inconsistentFormula';
import { leftNameError } from './checks/leftNameError';
import { literalDiffers } from './checks/literalDiffers';
import { mixedAnchors } from './checks/mixedAnchors';
import { numberAmongFormulas } from './checks/numberAmongFormulas';
import { numberAmongTotals } from './checks/numberAmongTotals';
import { numberAsText } from './checks/numberAsText';
import { rangeEnds } from './checks/rangeEnds';
import { repeatedLine } from './checks/repeatedLine';
import { repeatedNumber } from './checks/repeatedNumber';
import { sidesCrossed } from './checks/sidesCrossed';
import { textInSum } from './checks/textInSum';
import { typedOverFormula } from './checks/typedOverFormula';
import { unitConversion } from './checks/unitConversion';
import { unitsDisagree } from './checks/unitsDisagree';
import { unlockedFormula } from './checks/unlockedFormula';
import { volatileFunction } from './checks/volatileFunction';
import { wholeColumn } from './checks/wholeColumn';

/** Every check on free sheets, in the order in which findings of one cell are told. */
export const CHECKS: readonly Check[] = [
  leftNameError,
  circularReference,
  errorValue,
  doubleCounting,
  numberAsText,
  textInSum,
  dateAsText,
  unitsDisagree,
  sidesCrossed,
  repeatedLine,
  gapInList,
  factorsApart,
  typedOverFormula,
  numberAmongFormulas,
  numberAmongTotals,
  inconsistentFormula,
  literalDiffers,
  rangeEnds,
  blankReference,
  approximateLookup,
  externalLink,
  mixedAnchors,
  repeatedNumber,
  hiddenInput,
  volatileFunction,
  wholeColumn,
  unitConversion,
  hardCodedNumber,
  unlockedFormula,
];
