import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IRowData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from '@univerjs/core';
import { readXlsx, type CellStyle, type Sheet } from 'hucre/xlsx';
import { columnPixels, rowPixels } from './pixels';
import { fitRows } from './rowHeights';
import type { Decorate } from './openGrid';

/**
 * What a file says about how its cells look: widths, fonts, fills, alignment, frozen panes. For the eye only; nothing is calculated or
 * saved from it, so a file whose look cannot be read opens plainly.
 */
export async function looksOf(bytes: Uint8Array): Promise<Decorate> {
  const sheets = await readXlsx(bytes, { readStyles: true }).then(
    (workbook) => new Map(workbook.sheets.map((sheet) => [sheet.name, sheet])),
    () => new Map<string, Sheet>(),
  );
  return (data) => {
    for (const sheet of Object.values(data.sheets)) {
      const look = sheets.get(sheet.name ?? '');
      if (look) decorateSheet(data, sheet, look);
    }
  };
}

function decorateSheet(data: IWorkbookData, sheet: Partial<IWorksheetData>, look: Sheet): void {
  const known = new Map<string, string>();
  const cells = (sheet.cellData ??= {});
  for (const [place, { style }] of look.cells ?? []) {
    const style_ = style && styleData(style);
    if (!style_) continue;
    const [row, column] = place.split(',').map(Number) as [number, number];
    const cell = ((cells[row] ??= {})[column] ??= {});
    const { n } = (cell.s ?? {}) as IStyleData;
    cell.s = styleId(data, known, n ? { ...style_, n } : style_);
  }
  (look.columns ?? []).forEach((column, index) => {
    if (column?.width)
      sheet.columnData = {
        ...sheet.columnData,
        [index]: { ...sheet.columnData?.[index], w: columnPixels(column.width) },
      };
  });
  for (const [row, { height }] of look.rowDefs ?? [])
    if (height) sheet.rowData = withRow(sheet.rowData, row, { h: rowPixels(height), ia: BooleanNumber.FALSE });
  fitRows(sheet, (cell) => data.styles[cell.s as string] ?? null);
  const { rows = 0, columns = 0 } = look.freezePane ?? {};
  if (rows + columns > 0) sheet.freeze = { ySplit: rows, xSplit: columns, startRow: rows, startColumn: columns };
  if (look.view?.showGridLines === false) sheet.showGridlines = BooleanNumber.FALSE;
}

function withRow(
  rows: IWorksheetData['rowData'] = {},
  row: number,
  data: Partial<IRowData>,
): IWorksheetData['rowData'] {
  rows[row] = { ...rows[row], ...data };
  return rows;
}

function styleId(data: IWorkbookData, known: Map<string, string>, style: IStyleData): string {
  const text = JSON.stringify(style);
  const id = known.get(text) ?? `look-${Object.keys(data.styles).length}`;
  known.set(text, id);
  data.styles[id] = style;
  return id;
}

const HORIZONTAL: Readonly<Record<string, HorizontalAlign>> = {
  left: HorizontalAlign.LEFT,
  center: HorizontalAlign.CENTER,
  centerContinuous: HorizontalAlign.CENTER,
  right: HorizontalAlign.RIGHT,
};
const VERTICAL: Readonly<Record<string, VerticalAlign>> = {
  top: VerticalAlign.TOP,
  center: VerticalAlign.MIDDLE,
  bottom: VerticalAlign.BOTTOM,
};

function styleData({ font, fill, border, alignment }: CellStyle): IStyleData | null {
  const colour = (rgb: string | undefined) => (rgb ? { rgb: `#${rgb.slice(-6)}` } : undefined);
  const ground = fill?.type === 'pattern' && fill.pattern !== 'none' ? colour(fill.fgColor?.rgb) : undefined;
  const side = (of: { color?: { rgb?: string } } | undefined) =>
    of && { s: 1, cl: colour(of.color?.rgb) ?? { rgb: '#bfbfbf' } };
  const lines = border && { t: side(border.top), r: side(border.right), b: side(border.bottom), l: side(border.left) };
  const style = {
    bl: font?.bold ? BooleanNumber.TRUE : undefined,
    it: font?.italic ? BooleanNumber.TRUE : undefined,
    ff: font?.name,
    fs: font?.size,
    cl: colour(font?.color?.rgb),
    bg: ground,
    bd: lines && Object.values(lines).some(Boolean) ? lines : undefined,
    ht: HORIZONTAL[alignment?.horizontal ?? ''],
    vt: VERTICAL[alignment?.vertical ?? ''] ?? VerticalAlign.BOTTOM,
    tb: alignment?.wrapText ? WrapStrategy.WRAP : undefined,
  };
  const given = Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
  return Object.keys(given).length > 0 ? (given as IStyleData) : null;
}
