import type { Message } from '../../../core/message';
import { fromStoredFormula } from '../../../core/workbook/formula';
import type { NameSnapshot, SheetSnapshot, TableSnapshot, WorkbookSnapshot } from '../../../core/workbook/snapshot';
import { FormulaBudget } from './cellFormula';
import { LIMITS } from './limits';
import { readNumberFormats } from './numberFormats';
import { OfficePackage } from './package';
import { notice, refuse } from './refuse';
import { readRelationships, type Relationship } from './relationships';
import { readSharedStrings } from './sharedStrings';
import { SheetPart, type SheetContext } from './sheetPart';
import { readTable } from './tablePart';
import { readWorkbookPart, type NameEntry, type SheetEntry, type WorkbookPart } from './workbookPart';
import { workbookPartName } from './workbookPartName';
import { readUnlockedStyles } from './unlockedStyles';
import { readXmlStepwise } from './xml';

export interface XlsxContent {
  readonly snapshot: WorkbookSnapshot;
  /** What the file holds and the snapshot cannot: chart sheets, macros. */
  readonly notices: readonly Message[];
}

/** @param share of the sheets' bytes read so far, 0 to 1 */
export type OnProgress = (share: number) => void;

/**
 * Reads an .xlsx (or .xlsm) workbook. Dates are serial numbers, blanks `null`, errors stay errors; a formula cell has both
 * its formula and the value the file stores for it.
 * @throws KmcError (`xlsx.read.*`) for anything that is not a sound workbook, or larger than `LIMITS`
 */
export async function readXlsx(bytes: Uint8Array, onProgress: OnProgress = () => {}): Promise<XlsxContent> {
  const file = new OfficePackage(bytes);
  const part = workbookPartName(file);
  const workbook = readWorkbookPart(file, part);
  const targets = readRelationships(file, part);
  const { cellSheets, notices } = sortedSheets(workbook, targets);
  const context = sheetContext(file, workbook, targets);
  const progress = progressOf(file, cellSheets, onProgress);
  const sheets: SheetSnapshot[] = [];
  for (const sheet of cellSheets) sheets.push(await readSheet(file, sheet, context, progress));
  const snapshot: WorkbookSnapshot = {
    sheets,
    tables: requireDistinctTables(cellSheets.flatMap((sheet) => tablesOf(file, sheet))),
    names: workbook.names.map((name) => nameSnapshot(name, workbook.sheets)),
    externalLinks: workbook.links.map((link) => linkedWorkbook(file, targets.get(link))),
    calculationMode: workbook.calculationMode,
    date1904: workbook.date1904,
  };
  return { snapshot, notices: file.has('xl/vbaProject.bin') ? [...notices, notice('macros')] : notices };
}

interface CellSheet extends SheetEntry {
  readonly part: string;
}

/** Sheets without cells (chart sheets, dialogs, old macro sheets) are named in a notice. */
function sortedSheets(workbook: WorkbookPart, targets: ReadonlyMap<string, Relationship>) {
  const cellSheets: CellSheet[] = [];
  const notices: Message[] = [];
  for (const sheet of workbook.sheets) {
    const target = targets.get(sheet.relationship);
    if (!target) refuse('missingSheet', { sheet: sheet.name });
    else if (target.type === 'worksheet') cellSheets.push({ ...sheet, part: target.target });
    else notices.push(notice(target.type === 'chartsheet' ? 'chartSheet' : 'otherSheet', { sheet: sheet.name }));
  }
  if (cellSheets.length === 0) refuse('noSheets');
  return { cellSheets, notices };
}

function sheetContext(
  file: OfficePackage,
  workbook: WorkbookPart,
  targets: ReadonlyMap<string, Relationship>,
): SheetContext {
  const partOf = (type: string) => [...targets.values()].find((target) => target.type === type)?.target;
  const [strings, styles] = [partOf('sharedStrings'), partOf('styles')];
  let cells = 0;
  return {
    sharedStrings: strings === undefined ? [] : readSharedStrings(file, strings),
    formats: styles === undefined ? ['General'] : readNumberFormats(file, styles),
    unlockedStyles: styles === undefined ? new Set() : readUnlockedStyles(file, styles),
    date1904: workbook.date1904,
    formulaBudget: new FormulaBudget(),
    countCell: () => {
      if (++cells > LIMITS.cells) refuse('tooManyCells', { limit: LIMITS.cells });
    },
  };
}

type Progress = (sheet: CellSheet, read: number) => Promise<void>;

/** Between two pauses the reader keeps other work waiting for some tens of milliseconds. */
const BYTES_BETWEEN_PAUSES = 2_000_000;

function progressOf(file: OfficePackage, sheets: readonly CellSheet[], onProgress: OnProgress): Progress {
  const total = sheets.reduce((sum, { part }) => sum + file.size(part), 0) || 1;
  let before = 0;
  let paused = 0;
  return async (sheet, read) => {
    if (before + read - paused < BYTES_BETWEEN_PAUSES && read < file.size(sheet.part)) return;
    paused = before + read;
    if (read === file.size(sheet.part)) before += read;
    onProgress(Math.min(1, paused / total));
    await new Promise((resume) => setTimeout(resume));
  };
}

async function readSheet(
  file: OfficePackage,
  sheet: CellSheet,
  context: SheetContext,
  progress: Progress,
): Promise<SheetSnapshot> {
  if (!file.has(sheet.part)) refuse('missingSheet', { sheet: sheet.name });
  const reading = new SheetPart(sheet.name, sheet.part, sheet.visibility, context);
  for (const read of readXmlStepwise(sheet.part, file.read(sheet.part), reading)) await progress(sheet, read);
  return reading.build();
}

function tablesOf(file: OfficePackage, { part, name }: CellSheet): TableSnapshot[] {
  const tables = [...readRelationships(file, part).values()].filter(({ type }) => type === 'table');
  return tables.map(({ target }) => readTable(file, target, name));
}

function requireDistinctTables(tables: TableSnapshot[]): TableSnapshot[] {
  const names = tables.map(({ name }) => name.toLowerCase());
  const repeated = tables.find(({ name }, at) => names.indexOf(name.toLowerCase()) < at);
  return repeated ? refuse('repeatedTable', { table: repeated.name }) : tables;
}

function nameSnapshot({ name, formula, sheet, hidden }: NameEntry, sheets: readonly SheetEntry[]): NameSnapshot {
  const owner = sheet === null ? null : (sheets[sheet]?.name ?? refuse('badName', { name }));
  return { name, formula: fromStoredFormula(formula), sheet: owner, hidden };
}

/** @returns the address of the other workbook as the file states it */
function linkedWorkbook(file: OfficePackage, link: Relationship | undefined): string {
  if (!link) return '';
  const targets = [...readRelationships(file, link.target).values()];
  return targets.find(({ external }) => external)?.target ?? '';
}
