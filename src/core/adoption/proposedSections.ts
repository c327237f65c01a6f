import { wordOf } from './choiceWords';
import { MOST_GROUPED } from './groups';
import { keysOf } from './headerWords';
import type { RowLook } from './rowKinds';
import type { AdoptableTable, Sections } from './types';

/** @returns the column that section rows may state in a table's stead, `null` where there is none */
export function sectionKey(table: AdoptableTable): string | null {
  return keysOf(table).some(({ key }) => key === 'stage') ? 'stage' : null;
}

/** Section rows that name life-cycle stages, unless a column does. */
export function proposedSections(
  table: AdoptableTable,
  looks: readonly RowLook[],
  hasColumn: (key: string) => boolean,
): Sections | null {
  const key = sectionKey(table);
  if (key === null || hasColumn(key) || looks.length > MOST_GROUPED) return null;
  const values = sectionValues(looks);
  return Object.values(values).some((value) => value !== '') ? { key, values } : null;
}

/** `1-1`, `2.3 …`, `(1)-2`: a heading below another heading. */
const SUB_HEADING = /^[([]?\d+[)\]]?[-.]\d+/;

/** @returns by heading the stage it names, or `''` for a sub-heading, under which the stage above goes on; others are left out */
export function sectionValues(looks: readonly RowLook[]): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const { kind, text } of looks) {
    if (kind !== 'section') continue;
    const word = wordOf('stage', text);
    if (word !== null) values[text] = word;
    else if (SUB_HEADING.test(text)) values[text] = '';
  }
  return values;
}
