import { message } from '../../../message';
import { ANALYSIS_STATE, planAnalysisSheet } from '../../../template/analysisSheet';
import type { Language } from '../../../template/types';
import { precedents } from '../../../workbook/precedents';
import type { ReviewedBook } from '../book';
import { formulaMeaning } from './formulaMeaning';
import { differs, type Compared } from './templateTables';

/** Compares the one formula of the analysis sheet, which says whether the record is of now, with the template's. */
export function changedAnalysis(book: ReviewedBook, language: Language): Compared {
  const name = book.snapshot.names.find(({ name: known }) => known === ANALYSIS_STATE);
  const declared = formulaOf(language);
  const [place] = name ? precedents(name.formula, ORIGIN, book.snapshot.tables) : [];
  const sheet = place?.kind === 'range' ? book.sheet(place.range.sheet) : null;
  if (place?.kind !== 'range' || !sheet || declared === null) return { remarks: [], held: [] };
  const at = { sheet: sheet.snapshot.name, row: place.range.top, column: place.range.left };
  const meaning = (text: string): string => withPlainNumbers(formulaMeaning(text, at, book.snapshot.tables));
  const cell = sheet.at(at.row, at.column);
  const reason = differs(cell, (text) => text === declared || meaning(text) === meaning(declared));
  if (reason === null) return { remarks: [], held: cell?.formula ? [cell.formula] : [] };
  return {
    remarks: [{ ...at, sheet, message: message(`review.checks.template-formula.result-${reason}`) }],
    held: [],
  };
}

/** Where a name that stands for itself would be read from. */
const ORIGIN = { sheet: '', row: 0, column: 0 };

function formulaOf(language: Language): string | null {
  const { sheet, names } = planAnalysisSheet(language);
  const reference = names.find(({ name }) => name === ANALYSIS_STATE)?.reference;
  const [place] = reference ? precedents(reference, { ...ORIGIN, sheet: sheet.name }, []) : [];
  if (place?.kind !== 'range') return null;
  const { top, left } = place.range;
  return sheet.cells.find(({ row, column }) => row === top && column === left)?.formula ?? null;
}

/** Programs write one number in several ways: 0.000000001, 1E-9, 1E-009. */
const withPlainNumbers = (text: string): string =>
  text.replace(/(?<![\w.])\d+(?:\.\d+)?(?:E[+-]?\d+)?/gi, (number) => String(Number(number)));
