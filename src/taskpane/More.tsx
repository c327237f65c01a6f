import * as React from 'react';
import { message } from '../core/message';
import { usePane } from './paneContext';
import { useControls } from './styles';

const STEP = 50;

/**
 * The first of a long list, and more on demand.
 * @param of when this changes the list begins anew
 */
export function useFirst<T>(list: readonly T[], of: unknown) {
  const [count, setCount] = React.useState(STEP);
  React.useEffect(() => setCount(STEP), [of]);
  return {
    first: list.slice(0, count),
    hidden: Math.max(0, list.length - count),
    showMore: () => setCount(count + STEP),
  };
}

interface MoreProps {
  readonly hidden: number;
  readonly onMore: () => void;
  /** Key of a text that names `count`. */
  readonly text: string;
}

export function More({ hidden, onMore, text }: MoreProps) {
  const { say } = usePane();
  const controls = useControls();
  if (hidden === 0) return null;
  return (
    <button type="button" className={controls.quiet} onClick={onMore}>
      {say(message(text, { count: Math.min(hidden, STEP) }))}
    </button>
  );
}
