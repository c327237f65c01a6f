import * as React from 'react';
import type { Problem } from '../../core/case/types';
import { identityOf, type Item } from './items';

interface Dismissed {
  readonly has: (problem: Problem) => boolean;
  readonly dismiss: (item: Item) => void;
  readonly restore: (item: Item) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

const Context = React.createContext<Dismissed>({
  has: () => false,
  dismiss: () => undefined,
  restore: () => undefined,
});

export const DismissedProvider = Context.Provider;
export const useDismissed = (): Dismissed => React.useContext(Context);

/**
 * What was left as it is, as the provider's value: until its text changes, or another workbook comes. Nothing that blocks can be left.
 * @param workbook whatever stands for the workbook
 */
export function useDismissedMemory(workbook: unknown): Dismissed {
  const [keys, setKeys] = React.useState(NOTHING);
  React.useEffect(() => setKeys(NOTHING), [workbook]);
  return React.useMemo(
    () => ({
      has: (problem) => problem.severity !== 'block' && keys.has(identityOf(problem)),
      dismiss: ({ problems }) => setKeys((before) => new Set([...before, ...problems.map(identityOf)])),
      restore: ({ problems }) => {
        const gone = new Set(problems.map(identityOf));
        setKeys((before) => new Set([...before].filter((key) => !gone.has(key))));
      },
    }),
    [keys],
  );
}
