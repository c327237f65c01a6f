import * as React from 'react';
import { useStart } from '../../start/session';

/** By the city's review items, or the most pressing first. */
export const GROUPINGS = ['criterion', 'severity'] as const;
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
