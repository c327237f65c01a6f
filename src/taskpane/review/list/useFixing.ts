import * as React from 'react';
import { written } from '../../../core/fixes/written';
import type { Fix } from '../../../core/fixes/types';
import { message } from '../../../core/message';
import { sheetCellAddress } from '../../../core/workbook/a1';
import { useWriter } from '../../writing/useWriter';

/** @returns what writes fixes as one step that can be undone, only where the cells still hold what the fixes were made for */
export function useFixing(): (fixes: readonly Fix[]) => void {
  const { write } = useWriter();
  return React.useCallback(
    (fixes) => {
      const { plan, edits } = written(fixes);
      const done =
        edits.length === 1
          ? message('fixes.view.fixed-one', { cell: sheetCellAddress(edits[0]!.cell) })
          : message('fixes.view.fixed-many', { count: edits.length });
      void write(plan, done);
    },
    [write],
  );
}
