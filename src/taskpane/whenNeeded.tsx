import * as React from 'react';
import { Waiting } from './Waiting';

/**
 * A component whose code is fetched when it is first shown. React keeps a failed attempt for ever; here the next showing tries anew.
 */
export function whenNeeded<Props extends object>(
  load: () => Promise<React.ComponentType<Props>>,
): React.ComponentType<Props> {
  const attempt = () =>
    React.lazy(async () => {
      try {
        return { default: await load() };
      } catch (error) {
        Current = attempt();
        throw error;
      }
    });
  let Current = attempt();
  return function WhenNeeded(props: Props) {
    return (
      <React.Suspense fallback={<Waiting />}>
        <Current {...(props as React.ComponentProps<typeof Current>)} />
      </React.Suspense>
    );
  };
}
