import type { OfficePackage } from './package';
import { isFalse, readXml } from './xml';

/** @returns numbers, as a cell's `s` states them, of the cell styles that leave cells unlocked; without a word cells are locked (ECMA-376 Part 1, 18.8.33) */
export function readUnlockedStyles(file: OfficePackage, part: string): ReadonlySet<string> {
  const unlocked = new Set<string>();
  let style = -1;
  let inCellStyles = false;
  readXml(part, file.read(part), {
    open: (name, { locked }) => {
      if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) style += 1;
      else if (name === 'protection' && inCellStyles && isFalse(locked)) unlocked.add(String(style));
    },
    close: (name) => {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return unlocked;
}
