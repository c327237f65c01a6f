import { createSheets } from '../../adapters/excel/createSheets';
import { openBytes } from '../../adapters/excel/openBytes';
import { inExcel } from '../../adapters/excel/session';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import { applyEdits } from '../../adapters/xlsx/write/applyEdits';
import { recalculatedOnOpen } from '../../adapters/xlsx/write/recalculatedOnOpen';
import { planWorkbook, type WorkbookOptions } from '../../core/template/planWorkbook';
import type { WorkbookEdit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts } from '../../locales/translator';

// Files are read and written only here, and only what does so says these texts.
addTexts(MORE_TEXTS);

export { createXlsxHost } from '../../adapters/xlsx/xlsxHost';

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** Adds the sheets of a new application to the open workbook, whose own sheets stay as they are. */
export const createHere = (options: WorkbookOptions): Promise<void> =>
  inExcel((context) => createSheets(context, planWorkbook(options)));

/** @throws KmcError for a file that is no sound .xlsx */
export const readFile = async (file: File): Promise<WorkbookSnapshot> => (await readXlsx(await bytesOf(file))).snapshot;

/**
 * Opens a copy of the file with the edits applied, as a workbook of its own that has no name yet; the open one stays. Excel calculates it
 * as it opens it: values stored before the edits are of no use.
 */
export const openEdited = async (file: File, edits: readonly WorkbookEdit[]): Promise<void> =>
  openBytes(recalculatedOnOpen(applyEdits(await bytesOf(file), edits)));
