import { createRecalculator } from '../../adapters/recalc/univerRecalculator';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../adapters/xlsx/write/applyEdits';
import { writeXlsx } from '../../adapters/xlsx/write/writeXlsx';
import type { WorkbookOptions } from '../../core/template/planWorkbook';
import { recalculated } from '../../core/recalculated';
import type { Memory, Workbooks } from '../../taskpane/start/ports';

/** Opens bytes under a name, after asking where changes would be lost. @returns false where the user kept the open workbook */
export type AskAndOpen = (name: string, bytes: () => Promise<Uint8Array>) => Promise<boolean>;

/**
 * Whole workbooks as files on the page.
 * @param newName name of the file of a new workbook
 */
export function workbooksOnPage(askAndOpen: AskAndOpen, newName: () => string): Workbooks {
  const openBytes = (name: string, bytes: Uint8Array) => askAndOpen(name, async () => bytes);
  return {
    create: async (options) => openBytes(newName(), await calculated(await planned(options))),
    readFile: async (file) => (await readXlsx(await bytesOf(file))).snapshot,
    openEdited: async (file, edits, name) => openBytes(name, await calculated(applyEdits(await bytesOf(file), edits))),
    asFile: async (bytes) => (await import('../../adapters/xlsx/xlsxHost')).createXlsxHost(bytes),
  };
}

/** What makes a workbook is fetched when one is made. */
export async function planned(options: WorkbookOptions): Promise<Uint8Array> {
  const { planWorkbook } = await import('../../core/template/planWorkbook');
  return writeXlsx(planWorkbook(options));
}

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Values are calculated afresh, as when a workbook is saved. */
async function calculated(bytes: Uint8Array): Promise<Uint8Array> {
  const { snapshot } = await readXlsx(bytes);
  return applyEdits(bytes, recalculated(snapshot, await createRecalculator().recalculate(snapshot)).edits);
}

const KEY = 'kmc.';

/** A browser that keeps nothing forgets; nothing else depends on it. */
export const browserMemory: Memory = {
  read: (key) => {
    try {
      return localStorage.getItem(KEY + key);
    } catch {
      return null;
    }
  },
  write: (key, text) => {
    try {
      localStorage.setItem(KEY + key, text);
    } catch {
      return;
    }
  },
};
