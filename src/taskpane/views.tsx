import type * as React from 'react';
import type { FindingSeverity } from '../core/review/finding';
import type { Known } from './outcome/followWorkbook';
import { whenNeeded } from './whenNeeded';

/** What every view is given. */
export interface ViewProps {
  readonly known: Known;
  /** The one severity that Review shows; `null` shows all. */
  readonly only: FindingSeverity | null;
  readonly onOnly: (only: FindingSeverity | null) => void;
  /** Goes to another view. */
  readonly onView: (name: ViewName) => void;
}

interface View {
  readonly name: string;
  /** Key of what its tab says. */
  readonly title: string;
  readonly Show: React.ComponentType<ViewProps>;
}

/** The tabs, in their order. */
export const VIEWS = [
  {
    name: 'start',
    title: 'pane.tabs.start',
    Show: whenNeeded(() => import('./start/StartView').then(({ StartView }) => StartView)),
  },
  {
    name: 'inventory',
    title: 'inventory.title',
    Show: whenNeeded(() => import('./inventory/InventoryView').then(({ InventoryView }) => InventoryView)),
  },
  {
    name: 'result',
    title: 'pane.tabs.result',
    Show: whenNeeded(() => import('./result/ResultView').then(({ ResultView }) => ResultView)),
  },
  {
    name: 'problems',
    title: 'pane.tabs.review',
    Show: whenNeeded(() => import('./review/ReviewView').then(({ ReviewView }) => ReviewView)),
  },
  {
    name: 'submit',
    title: 'pane.tabs.submit',
    Show: whenNeeded(() => import('./submit/SubmitView').then(({ SubmitView }) => SubmitView)),
  },
] as const satisfies readonly View[];

export type ViewName = (typeof VIEWS)[number]['name'];

/** Where a command may open the pane. Settings concern every view and stand beside the tabs. */
export type Destination = ViewName | 'settings';
