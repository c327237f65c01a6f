import * as React from 'react';
import { Choice } from '../../Choice';
import { usePane } from '../../paneContext';
import { useStart } from '../../start/session';

/** By the city's review items, or the most pressing first. */
const GROUPINGS = ['criterion', 'severity'] as const;
export type GroupingName = (typeof GROUPINGS)[number];

const KEY = 'review.grouping';

/** How the list was grouped last, and how to change that. */
export function useGrouping(): readonly [GroupingName, (name: GroupingName) => void] {
  const { memory } = useStart();
  const [chosen, setChosen] = React.useState<GroupingName>(() =>
    memory?.read(KEY) === 'severity' ? 'severity' : 'criterion',
  );
  const choose = (name: GroupingName) => {
    memory?.write(KEY, name);
    setChosen(name);
  };
  return [chosen, choose];
}

interface GroupingProps {
  readonly chosen: GroupingName;
  readonly onChoose: (name: GroupingName) => void;
}

export function Grouping({ chosen, onChoose }: GroupingProps) {
  const { say } = usePane();
  return (
    <div style={{ padding: '4px 12px 0' }}>
      <Choice
        label={say('reviewer.grouping.label')}
        options={GROUPINGS.map((name) => ({ name, text: say(`reviewer.grouping.${name}`) }))}
        chosen={chosen}
        onChoose={onChoose}
      />
    </div>
  );
}
