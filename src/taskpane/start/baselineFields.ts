import type { Case } from '../../core/case/types';
import { choiceText } from '../../core/template/headers';
import type { BilingualText, FieldContent } from '../../core/template/content';
import type { Language } from '../../core/template/types';
import type { CellRef } from '../../core/workbook/cell';
import type { Edit } from '../../core/workbook/edit';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import { translator } from '../../locales/translator';
import type { BaselineAdvice } from './baselineGuide';

const BASIS = 'framework';

/** What a person reads of an advice: the reason, then what is still to be done. */
export function adviceTexts({ reason, notes }: BaselineAdvice): readonly string[] {
  return [`start.guide.reason.${reason}`, ...notes.map((note) => `start.guide.note.${note}`)];
}

const reasonIn = (advice: BaselineAdvice, language: Language): string =>
  translator(language)(`start.guide.reason.${advice.reason}`);

/** @returns KmcCase fields of a new workbook, with the reason as a note in the workbook's language */
export function baselineFields(advice: BaselineAdvice): Readonly<Record<string, FieldContent>> {
  const note: BilingualText = { en: reasonIn(advice, 'en'), ja: reasonIn(advice, 'ja') };
  return {
    baselineType: { value: advice.type, basis: BASIS, note },
    demand: { value: advice.demand, basis: 'applicant' },
  };
}

/**
 * Writes an advice into the open workbook's KmcCase.
 * @returns `null` where the workbook has no such rows, or a formula stands in one of their cells
 */
export function baselineEdits(
  snapshot: WorkbookSnapshot,
  source: Case,
  advice: BaselineAdvice,
  paneLanguage: Language,
): readonly Edit[] | null {
  const language = source.language ?? paneLanguage;
  const contents = [
    ['baselineType', 'value', choiceText('baselineType', advice.type, language)],
    ['baselineType', 'basis', choiceText('basis', BASIS, language)],
    ['baselineType', 'note', reasonIn(advice, language)],
    ['demand', 'value', choiceText('demand', advice.demand, language)],
  ] as const;
  const cells = contents.map(([field, key, value]) => ({ cell: fieldCell(snapshot, source, field, key), value }));
  const edits: Edit[] = [];
  for (const { cell, value } of cells) {
    const sheet = snapshot.sheets.find(({ name }) => name === cell?.sheet);
    if (!cell || !sheet || sheet.formula(cell.row, cell.column) !== null) return null;
    edits.push({ kind: 'set-value', cell, value });
  }
  return edits;
}

/** A blank field has no place in the case: its row is looked for by its key. */
function fieldCell(snapshot: WorkbookSnapshot, source: Case, field: string, key: string): CellRef | null {
  const columns = source.locations['KmcCase']?.columns;
  const range = snapshot.tables.find(({ name }) => name === 'KmcCase')?.range;
  const sheet = snapshot.sheets.find(({ name }) => name === range?.sheet);
  const [keys, column] = [columns?.['key'], columns?.[key]];
  if (!range || !sheet || keys === undefined || column === undefined) return null;
  for (let row = range.top + 1; row <= range.bottom; row++)
    if (sheet.value(row, keys) === field) return { sheet: range.sheet, row, column };
  return null;
}
