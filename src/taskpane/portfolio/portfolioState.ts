import * as React from 'react';
import type { PortfolioEntry } from '../../core/package/portfolio/entry';

/** Packages being looked at. */
export interface Adding {
  readonly done: number;
  readonly all: number;
  readonly file: string;
}

/** What adding packages up keeps while the pane lives. */
export interface PortfolioState {
  readonly entries: readonly PortfolioEntry[];
  readonly setEntries: (entries: readonly PortfolioEntry[]) => void;
  readonly adding: Adding | null;
  readonly setAdding: (adding: Adding | null) => void;
  /** Files that a stop left unlooked at. */
  readonly left: number;
  readonly setLeft: (left: number) => void;
  /** Targets by fiscal year, as they were typed. */
  readonly targets: Readonly<Record<number, string>>;
  readonly setTarget: (year: number, text: string) => void;
  /** Whether the person has asked for an end. */
  readonly isStopped: () => boolean;
  readonly stop: () => void;
  readonly start: () => void;
}

export function usePortfolioState(): PortfolioState {
  const [entries, setEntries] = React.useState<readonly PortfolioEntry[]>([]);
  const [adding, setAdding] = React.useState<Adding | null>(null);
  const [left, setLeft] = React.useState(0);
  const [targets, setTargets] = React.useState<Readonly<Record<number, string>>>({});
  const stopped = React.useRef(false);
  return {
    ...{ entries, setEntries, adding, setAdding, left, setLeft, targets },
    setTarget: (year, text) => setTargets((before) => ({ ...before, [year]: text })),
    isStopped: () => stopped.current,
    stop: () => void (stopped.current = true),
    start: () => void (stopped.current = false),
  };
}
