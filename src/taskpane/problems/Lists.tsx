import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { Severity } from '../../core/case/types';
import { message } from '../../core/message';
import { usePane } from '../paneContext';
import { useSections } from '../styles';
import { Group } from './Groups';
import type { Item } from './items';
import { moveByKeys } from './keyboard';
import { SEVERITIES } from './severities';

const useStyles = makeStyles({ keys: { margin: '6px 12px 0' } });

interface ListsProps {
  readonly shown: readonly Item[];
  readonly tidy: readonly Item[];
  readonly of: string;
}

/** Problems by severity, then spellings; one list to the keyboard. */
export function Lists({ shown, tidy, of }: ListsProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const title = (severity: Severity, items: readonly Item[]) =>
    say(message('pane.problems.count', { severity: say(`pane.severity.${severity}`), count: problemsIn(items) }));
  return (
    <div data-list="" onKeyDown={moveByKeys}>
      {shown.length + tidy.length > 1 && (
        <p className={mergeClasses(sections.note, styles.keys)}>{say('fixes.view.keys')}</p>
      )}
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
    </div>
  );
}

const problemsIn = (items: readonly Item[]): number =>
  items.reduce((count, { problems }) => count + problems.length, 0);
