import * as React from 'react';
import { readWorkbook } from '../../../core/adoption/readWorkbook';
import { fixesOf } from '../../../core/fixes/fixesOf';
import type { Fix } from '../../../core/fixes/types';
import type { Known } from '../../outcome/followWorkbook';

/** Long enough that whoever types on is not held up. */
const QUIET_MS = 100;

const found = new WeakMap<Known, readonly Fix[]>();

const fixesFor = (known: Known): readonly Fix[] => {
  const { outcome, snapshot } = known;
  const before = found.get(known);
  const fixes = before ?? fixesOf(snapshot, { case: outcome.case, problems: outcome.problems }, readWorkbook);
  found.set(known, fixes);
  return fixes;
};

/**
 * What can be put right in the workbook. Finding out means reading it anew, so the list is on the screen first; until then the fixes found
 * before stand, which are matched to their problems by text and place and written only where the cells hold what they did.
 */
export function useFixes(known: Known): readonly Fix[] {
  const [fixes, setFixes] = React.useState<readonly Fix[]>(() => found.get(known) ?? []);
  React.useEffect(() => {
    const timer = setTimeout(() => setFixes(fixesFor(known)), QUIET_MS);
    return () => clearTimeout(timer);
  }, [known]);
  return fixes;
}
