import * as React from 'react';
import { isSpelling } from '../../core/fixes/spellings';
import type { Fix } from '../../core/fixes/types';
import { message } from '../../core/message';
import type { Known } from '../outcome/followWorkbook';
import { usePane } from '../paneContext';
import { useControls, useSections } from '../styles';
import type { ViewProps } from '../views';
import { useDismissed } from './dismissed';
import { Search, Severities } from './Filters';
import { EVERYTHING, filtered, sheetsOf } from './wanted';
import { identityOf, itemsOf, type Item } from './items';
import { ListProvider } from './listContext';
import { Lists } from './Lists';
import { countOf } from './severities';
import { Settled } from './Settled';
import { useFixes } from './useFixes';
import { useFixing } from './useFixing';

/** A shorter list needs no search. */
const SEARCHED_FROM = 6;

/** Everything found, by how pressing it is, each with the place that settles it and, where one is certain, the fix. */
export function Problems({ known, only, onOnly, onView }: ViewProps) {
  const fixes = useFixes(known);
  const fix = useFixing();
  const toResult = React.useCallback(() => onView('result'), [onView]);
  const context = React.useMemo(
    () => ({ known, fixes, byProblem: new Map(fixes.map((one) => [identityOf(one.problem), one])), fix, toResult }),
    [known, fixes, fix, toResult],
  );
  const { has } = useDismissed();
  const settled = known.outcome.problems.every(has);
  return (
    <ListProvider value={context}>
      {settled && <Settled outcome={known.outcome} onResult={toResult} />}
      <Found known={known} fixes={fixes} only={only} onOnly={onOnly} />
    </ListProvider>
  );
}

interface FoundProps extends Pick<ViewProps, 'only' | 'onOnly'> {
  readonly known: Known;
  readonly fixes: readonly Fix[];
}

function Found({ known, fixes, only, onOnly }: FoundProps) {
  const { say } = usePane();
  const [wanted, setWanted] = React.useState(EVERYTHING);
  const [withDismissed, setWithDismissed] = React.useState(false);
  const { problems } = known.outcome;
  const { items, spellings, left } = useItems(known, fixes, withDismissed);
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
      {problems.length > 0 && <Severities counts={countsOf(known)} only={only} onOnly={onOnly} />}
      {(all.length >= SEARCHED_FROM || wanted !== EVERYTHING) && (
        <Search wanted={wanted} sheets={sheetsOf(all)} onWanted={setWanted} />
      )}
      <Lists shown={shown} tidy={tidy} of={`${only ?? ''}\n${wanted.sheet ?? ''}\n${wanted.words}`} />
      {shown.length + tidy.length === 0 && all.length > 0 && <NothingShown onClear={clear} />}
      {left > 0 && <WithDismissed count={left} on={withDismissed} onChange={setWithDismissed} />}
    </>
  );
}

function useItems(known: Known, fixes: readonly Fix[], withDismissed: boolean) {
  const { has } = useDismissed();
  const { snapshot, outcome } = known;
  return React.useMemo(() => {
    const spelled = fixes.map(({ problem }) => problem).filter(isSpelling);
    const kept = (list: typeof outcome.problems) => (withDismissed ? list : list.filter((problem) => !has(problem)));
    return {
      items: itemsOf(kept(outcome.problems), snapshot),
      spellings: itemsOf(kept(spelled), snapshot),
      left: [...outcome.problems, ...spelled].filter(has).length,
    };
  }, [outcome, snapshot, fixes, has, withDismissed]);
}

const countsOf = ({ outcome: { problems } }: Known) => ({
  block: countOf(problems, 'block'),
  warn: countOf(problems, 'warn'),
  info: countOf(problems, 'info'),
});

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
