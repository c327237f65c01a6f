import * as React from 'react';
import type { Finding } from '../../../core/review/finding';
import { identityOf, type Item } from './items';

interface Dismissed {
  readonly has: (finding: Finding) => boolean;
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

const keysOf = ({ listed }: Item): readonly string[] => listed.map(({ finding }) => identityOf(finding));

/**
 * What was left as it is, as the provider's value: until its text changes, or another workbook comes. Nothing that blocks can be left.
 * @param workbook whatever stands for the workbook
 */
export function useDismissedMemory(workbook: unknown): Dismissed {
  const [keys, setKeys] = React.useState(NOTHING);
  React.useEffect(() => setKeys(NOTHING), [workbook]);
  return React.useMemo(
    () => ({
      has: (finding) => finding.severity !== 'block' && keys.has(identityOf(finding)),
      dismiss: (item) => setKeys((before) => new Set([...before, ...keysOf(item)])),
      restore: (item) => {
        const gone = new Set(keysOf(item));
        setKeys((before) => new Set([...before].filter((key) => !gone.has(key))));
      },
    }),
    [keys],
  );
}
