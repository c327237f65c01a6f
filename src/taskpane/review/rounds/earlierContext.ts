import * as React from 'react';
import type { WorkbookHost } from '../../../core/ports';
import type { Found } from '../run';

/** An earlier submission that the open workbook is compared with. */
export interface Earlier {
  readonly name: string;
  readonly found: Found;
}

/** Kept while the workbook is open, whatever is looked at meanwhile. */
type Chosen = readonly [Earlier | null, (earlier: Earlier) => void];

const Context = React.createContext<Chosen>([null, () => undefined]);

export const EarlierProvider = Context.Provider;
export const useChosenEarlier = (): Chosen => React.useContext(Context);

/** The earlier submission as the provider's value; another workbook begins without one. */
export function useEarlierMemory(host: WorkbookHost): Chosen {
  const [chosen, choose] = React.useState<{ readonly host: WorkbookHost; readonly earlier: Earlier } | null>(null);
  const earlier = chosen?.host === host ? chosen.earlier : null;
  return React.useMemo(() => [earlier, (next) => choose({ host, earlier: next })], [earlier, host]);
}
