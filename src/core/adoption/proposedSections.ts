import { wordOf } from './choiceWords';
import { MOST_GROUPED } from './groups';
import type { RowLook } from './rowKinds';
import { keysOf } from './headerWords';
import type { AdoptableTable, Sections } from './types';

/** @returns the column that section rows may state in a table's stead, `null` where there is none */
export function sectionKey(table: AdoptableTable): string | null {
  return keysOf(table).some(({ key }) => key === 'stage') ? 'stage' : null;
}

/** Section rows that name life-cycle stages, unless a column does. Headings of other meaning stay without. */
export function proposedSections(
  table: AdoptableTable,
  looks: readonly RowLook[],
  hasColumn: (key: string) => boolean,
): Sections | null {
  const key = sectionKey(table);
  if (key === null || hasColumn(key) || looks.length > MOST_GROUPED) return null;
  const values: Record<string, string> = {};
  for (const { kind, text } of looks) {
    const word = kind === 'section' ? wordOf('stage', text) : null;
    if (word !== null) values[text] = word;
  }
  return Object.keys(values).length > 0 ? { key, values } : null;
}
