import * as React from 'react';
import { isSpelling } from '../../../core/fixes/spellings';
import type { Fix } from '../../../core/fixes/types';
import { message } from '../../../core/message';
import { findingId } from '../../../core/review/finding';
import type { Known } from '../../outcome/followWorkbook';
import { usePane } from '../../paneContext';
import { useControls, useSections } from '../../styles';
import type { ViewProps } from '../../views';
import { useReviewing } from '../reviewContext';
import { useDismissed } from './dismissed';
import { Search, Severities } from './Filters';
import { useGrouping } from './grouping';
import { EVERYTHING, filtered, sheetsOf } from './wanted';
import { itemsOf, openSeverity, type Fixes, type Item, type Listed } from './items';
import { listedOf, listedSpellings } from './listed';
import { ListProvider } from './listContext';
import { Lists } from './Lists';
import { SEVERITIES } from './severities';
import { Settled } from './Settled';
import { useFixes } from './useFixes';
import { useFixing } from './useFixing';

/** A shorter list needs no search. */
const SEARCHED_FROM = 6;

/** Everything found, each with the place that settles it and, where one is certain, the fix. */
export function FindingList({ known, only, onOnly, onView }: ViewProps) {
  const fixes = useFixes(known);
  const fix = useFixing();
  const { review, isCase } = useReviewing();
  const listed = React.useMemo(() => listedOf(known, isCase, review), [known, isCase, review]);
  const toResult = React.useCallback(() => onView('result'), [onView]);
  const context = React.useMemo(
    () => ({ known, fixes, byFinding: byFinding(fixes, known, listed), fix, toResult }),
    [known, fixes, listed, fix, toResult],
  );
  const { has } = useDismissed();
  const settled = listed.every(({ finding }) => has(finding) || openSeverity(finding) === 'info');
  return (
    <ListProvider value={context}>
      {isCase && settled && (
        <Settled outcome={known.outcome} isLeft={listed.some(({ finding }) => has(finding))} onResult={toResult} />
      )}
      <Found known={known} listed={listed} fixes={fixes} only={only} onOnly={onOnly} />
    </ListProvider>
  );
}

/** A fix goes with the finding of its problem; where a rule says more of the place, with the rule's. */
function byFinding(fixes: readonly Fix[], known: Known, listed: readonly Listed[]): Fixes {
  const found = new Map<string, Fix[]>();
  const ids = new Set(listed.map(({ finding }) => finding.id));
  const atPlace = new Map(listed.map(({ finding: { id, subject } }) => [findingId('', subject), id]));
  listedSpellings(
    fixes.map(({ problem }) => problem),
    known,
  ).forEach(({ finding }, at) => {
    const stays = ids.has(finding.id) || isSpelling(fixes[at]!.problem);
    const id = stays ? finding.id : (atPlace.get(findingId('', finding.subject)) ?? finding.id);
    found.set(id, [...(found.get(id) ?? []), fixes[at]!]);
  });
  return found;
}

interface FoundProps extends Pick<ViewProps, 'only' | 'onOnly'> {
  readonly known: Known;
  readonly listed: readonly Listed[];
  readonly fixes: readonly Fix[];
}

function Found({ known, listed, fixes, only, onOnly }: FoundProps) {
  const { say } = usePane();
  const [wanted, setWanted] = React.useState(EVERYTHING);
  const [withDismissed, setWithDismissed] = React.useState(false);
  const [grouping, group] = useGrouping();
  const { isCase } = useReviewing();
  const { items, spellings, left } = useItems(known, listed, fixes, withDismissed);
  const all = [...items, ...spellings];
  const find = (list: readonly Item[]) => filtered(list, wanted, say);
  const shown = find(items).filter(({ severity }) => only === null || severity === only);
  const tidy = only === null ? find(spellings) : [];
  const clear = () => {
    onOnly(null);
    setWanted(EVERYTHING);
  };
  return (
    <>
      {listed.length > 0 && <Severities counts={countsOf(listed)} only={only} onOnly={onOnly} />}
      {all.length > 0 && (
        <Search
          isLong={all.length >= SEARCHED_FROM || wanted !== EVERYTHING}
          grouping={grouping}
          onGrouping={isCase ? group : null}
          wanted={wanted}
          sheets={sheetsOf(all)}
          onWanted={setWanted}
        />
      )}
      <Lists
        grouping={isCase ? grouping : 'severity'}
        shown={shown}
        tidy={tidy}
        isWhole={only === null && wanted === EVERYTHING}
        of={`${only ?? ''}\n${wanted.sheet ?? ''}\n${wanted.words}`}
      />
      {shown.length + tidy.length === 0 && all.length > 0 && <NothingShown onClear={clear} />}
      {left > 0 && <WithDismissed count={left} on={withDismissed} onChange={setWithDismissed} />}
    </>
  );
}

function useItems(known: Known, listed: readonly Listed[], fixes: readonly Fix[], withDismissed: boolean) {
  const { has } = useDismissed();
  return React.useMemo(() => {
    const spelled = listedSpellings(fixes.map(({ problem }) => problem).filter(isSpelling), known);
    const kept = (list: readonly Listed[]) => (withDismissed ? list : list.filter(({ finding }) => !has(finding)));
    return {
      items: itemsOf(kept(listed), known.snapshot),
      spellings: itemsOf(kept(spelled), known.snapshot),
      left: [...listed, ...spelled].filter(({ finding }) => has(finding)).length,
    };
  }, [known, listed, fixes, has, withDismissed]);
}

function countsOf(listed: readonly Listed[]) {
  const counts = { block: 0, unknown: 0, warn: 0, info: 0 };
  for (const severity of SEVERITIES)
    counts[severity] = listed.filter(({ finding }) => openSeverity(finding) === severity).length;
  return counts;
}

function NothingShown({ onClear }: { readonly onClear: () => void }) {
  const { say } = usePane();
  const sections = useSections();
  const controls = useControls();
  return (
    <div className={sections.section}>
      <p>{say('fixes.view.none-shown')}</p>
      <button type="button" className={controls.quiet} onClick={onClear}>
        {say('fixes.view.clear')}
      </button>
    </div>
  );
}

interface WithDismissedProps {
  readonly count: number;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function WithDismissed({ count, on, onChange }: WithDismissedProps) {
  const { say } = usePane();
  const sections = useSections();
  return (
    <div className={sections.section}>
      <label>
        <input type="checkbox" checked={on} onChange={({ target }) => onChange(target.checked)} />{' '}
        {say(message('fixes.view.show-dismissed', { count }))}
      </label>
    </div>
  );
}
