import type { SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { columnSpec } from './columnSpec';
import { lastRow } from './findBlocks';
import { groupsOf } from './groups';
import { headerTexts } from './headerText';
import { adoptedColumn } from './proposedColumn';
import { sectionValues } from './proposedSections';
import { rowLooks, rowPlan } from './rowPlan';
import type { Adoption } from './types';

/**
 * The adoption with a sheet column placed under another key, or under none. A key is at one place only: a column that held it is freed.
 * @param column sheet column, from 0, within the range
 * @throws RangeError for a key the table does not have, or a sheet that is not there
 */
export function placeColumn(
  snapshot: WorkbookSnapshot,
  adoption: Adoption,
  column: number,
  key: string | null,
): Adoption {
  const sheet = sheetOf(snapshot, adoption);
  const { range, headerRows, table } = adoption;
  const headers = headerTexts(sheet, range, headerRows);
  const header = headers[column - range.left];
  if (header === undefined) throw new RangeError(`column ${column} is outside the range`);
  const nth = headers.slice(0, column - range.left).filter((text) => text === header).length;
  const others = adoption.columns.filter((one) => one.key !== key && !(one.header === header && one.nth === nth));
  if (key === null) return regrouped(snapshot, { ...adoption, columns: others });
  columnSpec(table, key);
  const lines = rowLooks(sheet, range, headerRows, table).flatMap(({ row, kind }) => (kind === 'line' ? [row] : []));
  const placed = adoptedColumn(sheet, table, key, column, { headers, left: range.left, lines });
  return regrouped(snapshot, { ...adoption, columns: [...others, placed] });
}

/** The adoption with a constant for every line, or without it. @param value a neutral word for a choice; `null` takes it away */
export function setConstant(adoption: Adoption, key: string, value: string | null): Adoption {
  columnSpec(adoption.table, key);
  const others = Object.fromEntries(Object.entries(adoption.constants).filter(([other]) => other !== key));
  return { ...adoption, constants: value === null ? others : { ...others, [key]: value } };
}

/** The adoption with a user's text read as a word of the column's vocabulary. @param text as it stands in the cell */
export function setWord(adoption: Adoption, key: string, text: string, word: string): Adoption {
  const columns = adoption.columns.map((column) =>
    column.key === key ? { ...column, words: { ...column.words, [text.normalize('NFKC').trim()]: word } } : column,
  );
  return { ...adoption, columns };
}

/** The adoption with section rows read as values of a column. @param values section text → neutral word or text; empty for no meaning */
export function setSections(
  snapshot: WorkbookSnapshot,
  adoption: Adoption,
  key: string,
  values: Readonly<Record<string, string>>,
): Adoption {
  columnSpec(adoption.table, key);
  return regrouped(snapshot, { ...adoption, sections: Object.keys(values).length > 0 ? { key, values } : null });
}

/**
 * The adoption confirmed for the workbook as it is now: rows left out, the row below and the lines' headings are taken down anew.
 * New headings count where they name a stage; below others lines have none. For use after the user has seen what changed.
 */
export function confirmAdoption(snapshot: WorkbookSnapshot, adoption: Adoption): Adoption {
  const sheet = sheetOf(snapshot, adoption);
  const looks = rowLooks(sheet, adoption.range, adoption.headerRows, adoption.table);
  const known = new Map(adoption.skipped.map((one) => [`${one.reason} ${one.text}`, one]));
  for (const { kind, text } of looks)
    if (kind !== 'line' && kind !== 'blank') known.set(`${kind} ${text}`, { text, reason: kind });
  const { sections } = adoption;
  const values = sections?.key === 'stage' ? { ...sectionValues(looks), ...sections.values } : sections?.values;
  const confirmed = { ...adoption, skipped: [...known.values()] };
  return regrouped(snapshot, sections && values ? { ...confirmed, sections: { ...sections, values } } : confirmed);
}

/** The adoption with its range drawn to the end of the block it stands in now, for lines typed below it. */
export function extendAdoption(snapshot: WorkbookSnapshot, adoption: Adoption): Adoption {
  const sheet = sheetOf(snapshot, adoption);
  const { range, headerRows } = adoption;
  const bottom = Math.max(range.bottom, lastRow(sheet, range, range.top + headerRows));
  return confirmAdoption(snapshot, { ...adoption, range: { ...range, bottom }, below: null });
}

function regrouped(snapshot: WorkbookSnapshot, adoption: Adoption): Adoption {
  if (adoption.sections === null && !adoption.columns.some(({ below }) => below)) return { ...adoption, groups: [] };
  const sheet = sheetOf(snapshot, adoption);
  const headers = headerTexts(sheet, adoption.range, adoption.headerRows);
  const columns = adoption.columns.flatMap(({ header, nth, below }) => {
    const positions = headers.flatMap((text, index) => (text === header ? [index] : []));
    const position = positions[nth];
    return position === undefined ? [] : [{ column: adoption.range.left + position, below: below === true }];
  });
  const looks = rowLooks(sheet, adoption.range, adoption.headerRows, adoption.table);
  return { ...adoption, groups: groupsOf(rowPlan(sheet, looks, adoption, columns).lines) };
}

function sheetOf({ sheets }: WorkbookSnapshot, { range }: Adoption): SheetSnapshot {
  const sheet = sheets.find(({ name }) => name === range.sheet);
  if (!sheet) throw new RangeError(`the workbook has no sheet "${range.sheet}"`);
  return sheet;
}
