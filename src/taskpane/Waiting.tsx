import * as React from 'react';
import { usePane } from './paneContext';
import { useSections } from './styles';

/** Below this nobody notices a wait. */
const NOTICEABLE_MS = 500;

/** Stands where something is being fetched, and says so once it takes a while. */
export function Waiting() {
  const { say } = usePane();
  const sections = useSections();
  const [noticed, setNoticed] = React.useState(false);
  React.useEffect(() => {
    const timer = setTimeout(() => setNoticed(true), NOTICEABLE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className={sections.section} role="status" aria-busy>
      {noticed ? say('pane.loading') : ''}
    </p>
  );
}
