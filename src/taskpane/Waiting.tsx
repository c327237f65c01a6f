import * as React from 'react';
import { usePane } from './paneContext';
import { useSections } from './styles';

/** Below this nobody notices a wait. */
const NOTICEABLE_MS = 500;

/**
 * Stands where something is being fetched or made, and says so once it takes a while.
 * @param text key of what is said
 */
export function Waiting({ text = 'pane.loading' }: { readonly text?: string }) {
  const { say } = usePane();
  const sections = useSections();
  const [noticed, setNoticed] = React.useState(false);
  React.useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), NOTICEABLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={sections.section} role="status" aria-busy>
      {noticed ? say(text) : ''}
    </p>
  );
}
