import { useCallback, useEffect, useRef, useState } from 'react';
import type { WorkbookHost } from '../../core/ports';
import { followWorkbook, NOTHING_YET, type Follower, type FollowState } from './followWorkbook';

/** What the product says about the workbook in `host`, kept up to date while the component stands. */
export function useOutcome(host: WorkbookHost): FollowState & { readonly retry: () => void } {
  const [state, setState] = useState(NOTHING_YET);
  const follower = useRef<Follower | null>(null);
  useEffect(() => {
    setState(NOTHING_YET);
    const following = followWorkbook(host, setState);
    follower.current = following;
    return () => following.stop();
  }, [host]);
  const retry = useCallback(() => follower.current?.refresh(), []);
  return { ...state, retry };
}
