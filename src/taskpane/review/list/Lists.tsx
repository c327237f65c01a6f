import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { message } from '../../../core/message';
import { CRITERIA, type FindingSeverity } from '../../../core/review/finding';
import { usePane } from '../../paneContext';
import { useRole } from '../../role';
import { useSections } from '../../styles';
import { CriterionGroup } from './CriterionGroup';
import type { GroupingName } from './grouping';
import { Group } from './Groups';
import type { Item } from './items';
import { moveByKeys } from './keyboard';
import { SEVERITIES } from './severities';

const useStyles = makeStyles({ keys: { margin: '6px 12px 8px' } });

interface ListsProps {
  readonly grouping: GroupingName;
  readonly shown: readonly Item[];
  readonly tidy: readonly Item[];
  /** Nothing is filtered away: items without a finding are shown, too. */
  readonly isWhole: boolean;
  readonly of: string;
}

/** Findings by review item or by severity, then spellings; one list to the keyboard. */
export function Lists({ grouping, shown, tidy, isWhole, of }: ListsProps) {
  const { say } = usePane();
  const styles = useStyles();
  const sections = useSections();
  const { role } = useRole();
  return (
    <div data-list="" onKeyDown={moveByKeys}>
      {shown.length + tidy.length > 1 && (
        <p className={mergeClasses(sections.note, styles.keys)}>
          {say(role === 'reviewer' ? 'fixes.view.keys-reviewer' : 'fixes.view.keys')}
        </p>
      )}
      {grouping === 'criterion' ? (
        <ByCriterion shown={shown} isWhole={isWhole} of={of} />
      ) : (
        <BySeverity shown={shown} of={of} />
      )}
      {tidy.length > 0 && (
        <Group
          title={say(message('fixes.view.spelling', { count: countOf(tidy) }))}
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

function ByCriterion({ shown, isWhole, of }: Pick<ListsProps, 'shown' | 'isWhole' | 'of'>) {
  return CRITERIA.map((criterion) => {
    const items = shown.filter((item) => item.criterion === criterion);
    if (items.length === 0 && !isWhole) return null;
    return <CriterionGroup key={criterion} criterion={criterion} items={items} of={of} />;
  });
}

function BySeverity({ shown, of }: Pick<ListsProps, 'shown' | 'of'>) {
  const { say } = usePane();
  const title = (severity: FindingSeverity, items: readonly Item[]) =>
    say(message('pane.problems.count', { severity: say(`pane.severity.${severity}`), count: countOf(items) }));
  return SEVERITIES.map((severity) => {
    const items = shown.filter((item) => item.severity === severity);
    if (items.length === 0) return null;
    return <Group key={severity} title={title(severity, items)} severity={severity} items={items} of={of} />;
  });
}

const countOf = (items: readonly Item[]): number => items.reduce((count, { listed }) => count + listed.length, 0);
