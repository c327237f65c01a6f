import { notFound } from './hostError';

interface Named {
  readonly id?: string;
  readonly name: string;
}

/** `Excel.…Collection`: items by name, in any letter case, or by id. */
export class ExcelCollection<T extends Named> {
  static readonly scalars: readonly string[] = [];

  constructor(readonly items: readonly T[]) {}

  getItemOrNullObject(key: string): T | null {
    return this.items.find(({ id, name }) => id === key || name.toLowerCase() === key.toLowerCase()) ?? null;
  }

  getItem(key: string): T {
    const item = this.getItemOrNullObject(key);
    if (!item) throw notFound(key);
    return item;
  }
}
