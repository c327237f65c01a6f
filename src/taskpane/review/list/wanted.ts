import { normaliseText } from '../../../core/quantity/normalise';
import { sheetCellAddress } from '../../../core/workbook/a1';
import type { Translate } from '../../../locales/translator';
import type { Item } from './items';

/** What is shown of the list, beside its severity. */
export interface Wanted {
  /** `null` shows every sheet. */
  readonly sheet: string | null;
  readonly words: string;
}

export const EVERYTHING: Wanted = { sheet: null, words: '' };

const plain = (text: string): string => normaliseText(text).toLowerCase();

/** @returns items of the sheet that have every word in their sentence, row or cell */
export function filtered(items: readonly Item[], { sheet, words }: Wanted, say: Translate): readonly Item[] {
  const wanted = plain(words).split(' ').filter(Boolean);
  const onSheet = sheet === null ? items : items.filter((item) => item.sheet === sheet);
  if (wanted.length === 0) return onSheet;
  return onSheet.filter((item) => {
    const text = plain(textOf(item, say));
    return wanted.every((word) => text.includes(word));
  });
}

function textOf({ listed, places }: Item, say: Translate): string {
  const rows = listed.map(({ finding }) => finding.subject.rowId ?? '');
  return [say(listed[0]!.finding.message), ...rows, ...places.map(sheetCellAddress)].join(' ');
}

/** @returns sheets with something on them, in the order of the list */
export const sheetsOf = (items: readonly Item[]): readonly string[] => [
  ...new Set(items.flatMap(({ sheet }) => sheet ?? [])),
];
