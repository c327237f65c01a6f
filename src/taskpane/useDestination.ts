import * as React from 'react';
import type { Destination, ViewName } from './views';

export interface Place {
  /** The view under its tab; kept while settings are shown in its place. */
  readonly view: ViewName;
  readonly settings: boolean;
  readonly goTo: (view: ViewName) => void;
  readonly toggleSettings: () => void;
}

/** What a case is opened for; a workbook that holds none shows the ways to one instead. */
const first: ViewName = 'result';

/** Where the user is, beginning with what is `wanted` and going there when that changes. */
export function useDestination(wanted: Destination | undefined): Place {
  const [view, setView] = React.useState<ViewName>(wanted === undefined || wanted === 'settings' ? first : wanted);
  const [settings, setSettings] = React.useState(wanted === 'settings');
  React.useEffect(() => {
    if (wanted === undefined) return;
    setSettings(wanted === 'settings');
    if (wanted !== 'settings') setView(wanted);
  }, [wanted]);
  const goTo = (next: ViewName) => {
    setSettings(false);
    setView(next);
  };
  return { view, settings, goTo, toggleSettings: () => setSettings(!settings) };
}
