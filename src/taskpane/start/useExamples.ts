import * as React from 'react';
import type { Example } from '../../core/template/examples/example';

/** The examples, fetched when someone may want one; none until then. */
export function useExamples(): readonly Example[] {
  const [examples, setExamples] = React.useState<readonly Example[]>([]);
  React.useEffect(() => {
    let gone = false;
    import('../../core/template/examples/registry').then(
      ({ EXAMPLES }) => void (gone || setExamples(EXAMPLES)),
      // Without them a blank workbook can still be made, and the next showing tries anew.
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return examples;
}
