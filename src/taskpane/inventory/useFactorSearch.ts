import * as React from 'react';
import type { Case } from '../../core/case/types';
import { searchInsertable, type FactorGroup, type GroupQuery } from '../../core/entry/factorGroups';
import type { ReferenceFactor } from '../../core/reference/factor';

/** What is asked for, as it stands in the fields; `''` asks for nothing. */
export interface Asked {
  readonly text: string;
  readonly region: string;
  readonly year: string;
  readonly group: FactorGroup | '';
}

export interface FactorSearch {
  readonly asked: Asked;
  readonly ask: (change: Partial<Asked>) => void;
  /** `null` while nothing is looked for. */
  readonly found: readonly ReferenceFactor[] | null;
}

const JAPAN = 'JP';

/** Search that follows what is typed, the list a moment behind the field; it begins with Japan and the year of the case. */
export function useFactorSearch({ fields }: Case): FactorSearch {
  const fiscalYear = fields['fiscalYear']?.number?.toFixed() ?? '';
  const [asked, setAsked] = React.useState<Asked>({ text: '', region: JAPAN, year: fiscalYear, group: '' });
  const ask = React.useCallback((change: Partial<Asked>) => setAsked((before) => ({ ...before, ...change })), []);
  const late = React.useDeferredValue(asked);
  const found = React.useMemo(() => (isBlank(late) ? null : searchInsertable(queryOf(late))), [late]);
  return { asked, ask, found };
}

const isBlank = ({ text, group }: Asked): boolean => text.trim() === '' && group === '';

function queryOf({ text, region, year, group }: Asked): GroupQuery {
  const digits = year.normalize('NFKC').trim();
  return {
    text,
    ...(region === '' ? {} : { region }),
    ...(/^\d{4}$/.test(digits) ? { year: Number(digits) } : {}),
    ...(group === '' ? {} : { group }),
  };
}
