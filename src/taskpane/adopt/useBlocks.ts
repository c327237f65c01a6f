import * as React from 'react';
import type { FoundBlock, StoredAdoption } from '../../core/adoption/types';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { freeBlocks, sheetsToSearch } from './blocks';

export interface BlockSearch {
  readonly blocks: readonly FoundBlock[];
  /** Sheets searched so far ÷ sheets to search, 0–1; 1 where the search has ended. */
  readonly part: number;
  readonly stopped: boolean;
  readonly stop: () => void;
}

/** Looks for tables sheet by sheet, and lets the pane breathe between two. */
export function useBlocks(snapshot: WorkbookSnapshot, stored: readonly StoredAdoption[]): BlockSearch {
  const [state, setState] = React.useState<Omit<BlockSearch, 'stop'>>({ blocks: [], part: 0, stopped: false });
  const stopped = React.useRef(false);
  React.useEffect(() => {
    stopped.current = false;
    const search = blocksBySheet(snapshot, stored);
    let timer: ReturnType<typeof setTimeout>;
    const step = () => {
      const next = search.next();
      if (!next.done) setState({ ...next.value, stopped: stopped.current });
      if (!next.done && !stopped.current) timer = setTimeout(step);
    };
    step();
    return () => clearTimeout(timer);
  }, [snapshot, stored]);
  const stop = () => {
    stopped.current = true;
    setState((last) => ({ ...last, stopped: true }));
  };
  return { ...state, stop };
}

function* blocksBySheet(
  snapshot: WorkbookSnapshot,
  stored: readonly StoredAdoption[],
): Generator<Pick<BlockSearch, 'blocks' | 'part'>> {
  const sheets = sheetsToSearch(snapshot);
  let blocks: readonly FoundBlock[] = [];
  if (sheets.length === 0) yield { blocks, part: 1 };
  for (const [index, sheet] of sheets.entries()) {
    blocks = [...blocks, ...freeBlocks(snapshot, sheet, stored)];
    yield { blocks, part: (index + 1) / sheets.length };
  }
}
