import { findBlocks } from '../../core/adoption/findBlocks';
import type { FoundBlock, StoredAdoption } from '../../core/adoption/types';
import { LANGUAGES, sheetTitle } from '../../core/template/headers';
import { overlap } from '../../core/workbook/a1';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

/** Sheets of the template that hold no input. */
const TEMPLATE_SHEETS = new Set(
  ['result', 'example', 'analysis'].flatMap((key) => LANGUAGES.map((language) => sheetTitle(key, language))),
);

/** @returns names of sheets on which tables of the user's may stand */
export const sheetsToSearch = ({ sheets }: WorkbookSnapshot): readonly string[] =>
  sheets
    .filter(({ name, visibility }) => visibility === 'visible' && !TEMPLATE_SHEETS.has(name))
    .map(({ name }) => name);

/** @returns blocks of a sheet that are neither tables of the template's nor adopted already */
export function freeBlocks(
  snapshot: WorkbookSnapshot,
  sheet: string,
  stored: readonly StoredAdoption[],
): readonly FoundBlock[] {
  const ours = snapshot.tables.filter(({ name }) => name.toLowerCase().startsWith('kmc')).map(({ range }) => range);
  const taken = [...ours, ...stored.flatMap(({ adoption }) => adoption?.range ?? [])];
  return findBlocks(snapshot, sheet).filter(({ range }) => !taken.some((other) => overlap(range, other)));
}
