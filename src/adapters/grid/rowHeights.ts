import { BooleanNumber, WrapStrategy, type ICellData, type IStyleData, type IWorksheetData } from '@univerjs/core';
import { PIXELS_PER_POINT } from './pixels';

/** A line of text is this much higher than its font. */
const LEADING = 1.45;
/** A narrow letter is about this much narrower than a full-width one. */
const NARROW = 0.58;
const USUAL_FONT = 11;
const USUAL_WIDTH = 88;
const USUAL_HEIGHT = 24;
const MARGIN = 8;

/**
 * Gives rows whose height nothing states the height that their texts take: large letters and wrapped lines would be cut off.
 * A text in merged cells has more room than its first cell tells, so their rows stay as they are.
 */
export function fitRows(sheet: Partial<IWorksheetData>, styleOf: (cell: ICellData) => IStyleData | null): void {
  const rowData = (sheet.rowData ??= {});
  for (const [row, cells] of Object.entries(sheet.cellData ?? {})) {
    const at = Number(row);
    if (rowData[at]?.h !== undefined) continue;
    if (sheet.mergeData?.some(({ startRow, endRow }) => at >= startRow && at <= endRow)) continue;
    const heights = Object.entries<ICellData>(cells).map(([column, cell]) =>
      heightOf(cell, styleOf(cell), sheet.columnData?.[Number(column)]?.w ?? USUAL_WIDTH),
    );
    const height = Math.max(...heights, 0);
    if (height > USUAL_HEIGHT) rowData[at] = { ...rowData[at], h: height, ia: BooleanNumber.FALSE };
  }
}

function heightOf({ v }: ICellData, style: IStyleData | null, width: number): number {
  if (typeof v !== 'string' || v === '') return 0;
  const font = (style?.fs ?? USUAL_FONT) * PIXELS_PER_POINT;
  const wraps = style?.tb === WrapStrategy.WRAP;
  const lines = wraps
    ? v.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil((widthOf(line) * font) / (width - MARGIN))), 0)
    : 1;
  return Math.round(lines * font * LEADING);
}

/** In widths of a full-width letter. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) < 0x2e80 ? NARROW : 1;
  return width;
}
