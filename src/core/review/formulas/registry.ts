import type { Check } from './check';
import { approximateLookup } from './checks/approximateLookup';
import { blankReference } from './checks/blankReference';
import { doubleCounting } from './checks/doubleCounting';
import { errorValue } from './checks/errorValue';
import { externalLink } from './checks/externalLink';
import { hiddenInput } from './checks/hiddenInput';
import { inconsistentFormula } from './checks/inconsistentFormula';
import { literalDiffers } from './checks/literalDiffers';
import { mixedAnchors } from './checks/mixedAnchors';
import { numberAmongFormulas } from './checks/numberAmongFormulas';
import { numberAsText } from './checks/numberAsText';
import { rangeEnds } from './checks/rangeEnds';
import { repeatedNumber } from './checks/repeatedNumber';
import { typedOverFormula } from './checks/typedOverFormula';
import { volatileFunction } from './checks/volatileFunction';

/** Every check on free sheets, in the order in which findings of one cell are told. */
export const CHECKS: readonly Check[] = [
  errorValue,
  doubleCounting,
  numberAsText,
  typedOverFormula,
  numberAmongFormulas,
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
];
