import * as React from 'react';

/** Whether a page was asked for and is not there yet: then the focus goes along with it. */
const Context = React.createContext<React.RefObject<boolean>>({ current: false });

export const ArrivalProvider = Context.Provider;

/**
 * Takes the focus to a page that has just taken another one's place, so that keyboard and screen reader are there too.
 * A page that is only shown again, by its tab, leaves the focus where it is.
 * @param target finds what gets the focus; the page's title where it is left out
 * @returns for the title of the page
 */
export function useArrival<Title extends HTMLElement>(
  target: (title: Title) => HTMLElement | null = (title) => title,
): React.RefObject<Title | null> {
  const isAwaited = React.useContext(Context);
  const title = React.useRef<Title>(null);
  React.useEffect(() => {
    if (!isAwaited.current || !title.current) return;
    isAwaited.current = false;
    target(title.current)?.focus();
  }, []);
  return title;
}
