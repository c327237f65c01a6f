import type { Severity } from '../../core/case/types';
import { message } from '../../core/message';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { Group } from './Groups';
import type { Item } from './items';
import { moveByKeys } from './keyboard';
import { SEVERITIES } from './severities';

interface ListsProps {
  readonly shown: readonly Item[];
  readonly tidy: readonly Item[];
  readonly of: string;
}

/** Problems by severity, then spellings; one list to the keyboard. */
export function Lists({ shown, tidy, of }: ListsProps) {
  const { say } = usePane();
  const sections = useSections();
  const title = (severity: Severity, items: readonly Item[]) =>
    say(message('pane.problems.count', { severity: say(`pane.severity.${severity}`), count: problemsIn(items) }));
  return (
    <div data-list="" onKeyDown={moveByKeys}>
      {SEVERITIES.map((severity) => {
        const items = shown.filter((item) => item.severity === severity);
        if (items.length === 0) return null;
        return <Group key={severity} title={title(severity, items)} severity={severity} items={items} of={of} />;
      })}
      {tidy.length > 0 && (
        <Group
          title={say(message('fixes.view.spelling', { count: problemsIn(tidy) }))}
          severity="info"
          items={tidy}
          note={say('fixes.view.spelling-note')}
          word={say('fixes.view.spelling-word')}
          of={of}
        />
      )}
      {shown.length + tidy.length > 1 && <p className={sections.note}>{say('fixes.view.keys')}</p>}
    </div>
  );
}

const problemsIn = (items: readonly Item[]): number =>
  items.reduce((count, { problems }) => count + problems.length, 0);
