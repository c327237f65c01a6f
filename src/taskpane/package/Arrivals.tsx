import * as React from 'react';
import { useStart } from '../start/session';
import { usePackages } from './packaging';

interface ArrivalsProps {
  /** Packages that came to the page around the pane; other ones are another list. */
  readonly files: readonly File[] | undefined;
  /** Brings Start into sight. */
  readonly onArrive: () => void;
}

/** Opens a package that was dropped beside the pane; several are added up. What is under way is finished first. */
export function Arrivals({ files, onArrive }: ArrivalsProps) {
  const packages = usePackages();
  const { goTo } = useStart();
  const taken = React.useRef<ArrivalsProps['files']>(undefined);
  React.useEffect(() => {
    if (!files || !packages || packages.busy !== null || taken.current === files) return;
    taken.current = files;
    const [first, ...others] = files;
    if (!first) return;
    onArrive();
    goTo(others.length === 0 ? 'package' : 'portfolio');
    void (others.length === 0
      ? import('./examine').then(({ examine }) => examine(packages, first))
      : import('../portfolio/addUp').then(({ addUp }) => addUp(packages, files, false)));
  }, [files, packages?.busy]);
  return null;
}
