import { CellValueType, type ICellData } from '@univerjs/core';
import { CELL_ERRORS, type CellErrorCode, type CellValue } from '../../core/workbook/cell';
import { cellData } from './cellData';

const ERRORS: ReadonlySet<string> = new Set(CELL_ERRORS);

/** @returns what a grid cell holds; the grid keeps errors as texts and marks with another type the texts that only look like one */
export function valueOfGridCell(cell: ICellData): CellValue {
  const { v, t, f, si } = cell;
  if (v === null || v === undefined) return null;
  if (t === CellValueType.BOOLEAN || typeof v === 'boolean') return Boolean(Number(v));
  if (t === CellValueType.NUMBER || (t !== CellValueType.FORCE_STRING && typeof v === 'number')) return Number(v);
  const text = String(v);
  if (t !== CellValueType.FORCE_STRING && ERRORS.has(text)) return { error: text as CellErrorCode };
  return text === '' && !f && !si ? null : text;
}

/** @returns a constant as the grid stores it; a text stays a text even if it reads as something else */
export function constantCell(value: CellValue): ICellData {
  if (value === null) return { v: null, t: null };
  return typeof value === 'string' ? { v: value, t: textType(value) } : cellData(value);
}

function textType(text: string): CellValueType {
  const looksLikeAnother = ERRORS.has(text) || /^\s*[-+.\d]/.test(text) || /^(true|false)$/i.test(text);
  return looksLikeAnother ? CellValueType.FORCE_STRING : CellValueType.STRING;
}

/** A new content for a cell: nothing of the old one may stay but its look. */
export function newContent(content: ICellData): ICellData {
  return { v: null, t: null, f: null, si: null, p: null, custom: null, ref: null, xf: null, ...content };
}
