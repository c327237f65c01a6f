import { findBlocks } from '../../core/adoption/findBlocks';
import type { FoundBlock, StoredAdoption } from '../../core/adoption/types';
import { LANGUAGES, sheetTitle } from '../../core/template/headers';
import { overlap } from '../../core/workbook/a1';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

/** Sheets of the template that hold no input. */
const TEMPLATE_SHEETS = new Set(
  ['result', 'example', 'analysis'].flatMap((key) => LANGUAGES.map((language) => sheetTitle(key, language))),
);

/** @returns blocks on visible sheets that are neither tables of the template's nor adopted already */
export function freeBlocks(snapshot: WorkbookSnapshot, stored: readonly StoredAdoption[]): readonly FoundBlock[] {
  const ours = snapshot.tables.filter(({ name }) => name.startsWith('Kmc')).map(({ range }) => range);
  const taken = [...ours, ...stored.flatMap(({ adoption }) => adoption?.range ?? [])];
  return snapshot.sheets
    .filter(({ name, visibility }) => visibility === 'visible' && !TEMPLATE_SHEETS.has(name))
    .flatMap(({ name }) => findBlocks(snapshot, name))
    .filter(({ range }) => !taken.some((other) => overlap(range, other)));
}
