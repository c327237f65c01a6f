import * as React from 'react';
import type { Fix } from '../../../core/fixes/types';
import type { Known } from '../../outcome/followWorkbook';
import type { Fixes } from './items';

/** What every item of the list needs beside itself. */
export interface ListContext {
  readonly known: Known;
  readonly fixes: readonly Fix[];
  readonly byFinding: Fixes;
  readonly fix: (fixes: readonly Fix[]) => void;
  /** Goes to the result view, where an analysis is recorded. */
  readonly toResult: () => void;
}

const Context = React.createContext<ListContext | null>(null);

export const ListProvider = Context.Provider;

/** @throws outside a list */
export function useList(): ListContext {
  const context = React.useContext(Context);
  if (!context) throw new Error('no list of findings around');
  return context;
}
