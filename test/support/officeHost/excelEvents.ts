import { ExcelCollection } from './excelCollection';

/** Excel's event numbers. */
export const EVENT = {
  changed: 10,
  added: 13,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export type EventListener = (event: number, target: string, details: Readonly<Record<string, unknown>>) => void;

/** A collection that tells of events once it has been asked to. */
export class WatchedCollection<T extends { readonly id: string; readonly name: string }> extends ExcelCollection<T> {
  constructor(
    items: readonly T[],
    private readonly watched: Set<number>,
    private readonly added: number,
    private readonly deleted: number,
  ) {
    super(items);
  }

  _RegisterDataChangedEvent = () => void this.watched.add(EVENT.changed);
  _UnregisterDataChangedEvent = () => void this.watched.delete(EVENT.changed);
  _RegisterCalculatedEvent = () => void this.watched.add(EVENT.calculated);
  _UnregisterCalculatedEvent = () => void this.watched.delete(EVENT.calculated);
  _RegisterFormatChangedEvent = () => void this.watched.add(EVENT.formatChanged);
  _UnregisterFormatChangedEvent = () => void this.watched.delete(EVENT.formatChanged);
  _RegisterRowSortedEvent = () => void this.watched.add(EVENT.rowSorted);
  _UnregisterRowSortedEvent = () => void this.watched.delete(EVENT.rowSorted);
  _RegisterAddedEvent = () => void this.watched.add(this.added);
  _UnregisterAddedEvent = () => void this.watched.delete(this.added);
  _RegisterDeletedEvent = () => void this.watched.add(this.deleted);
  _UnregisterDeletedEvent = () => void this.watched.delete(this.deleted);
}
