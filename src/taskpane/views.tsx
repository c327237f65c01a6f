import type * as React from 'react';
import type { Severity } from '../core/case/types';
import { message, type Message } from '../core/message';
import type { Known } from './outcome/followWorkbook';
import { whenNeeded } from './whenNeeded';

/** What every view is given. */
export interface ViewProps {
  readonly known: Known;
  /** The one severity that Problems shows; `null` shows all. */
  readonly only: Severity | null;
  readonly onOnly: (only: Severity | null) => void;
  /** Goes to another view. */
  readonly onView: (name: ViewName) => void;
}

interface View {
  readonly name: string;
  /** On its tab. */
  readonly title: (known: Known) => Message | string;
  readonly Show: React.ComponentType<ViewProps>;
}

/** The tabs, in their order. */
export const VIEWS = [
  {
    name: 'start',
    title: () => 'pane.tabs.start',
    Show: whenNeeded(() => import('./start/StartView').then(({ StartView }) => StartView)),
  },
  {
    name: 'inventory',
    title: () => 'inventory.title',
    Show: whenNeeded(() => import('./inventory/InventoryView').then(({ InventoryView }) => InventoryView)),
  },
  {
    name: 'result',
    title: () => 'pane.tabs.result',
    Show: whenNeeded(() => import('./result/ResultView').then(({ ResultView }) => ResultView)),
  },
  {
    name: 'problems',
    title: ({ outcome }) => message('pane.tabs.problems', { count: outcome.problems.length }),
    Show: whenNeeded(() => import('./problems/Problems').then(({ Problems }) => Problems)),
  },
] as const satisfies readonly View[];

export type ViewName = (typeof VIEWS)[number]['name'];

/** Where a command may open the pane. Settings concern every view and stand beside the tabs. */
export type Destination = ViewName | 'settings';
