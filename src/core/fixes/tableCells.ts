import type { Case } from '../case/types';
import { fieldSpec } from '../template/fields';
import { tableSpec } from '../template/tables';
import type { ColumnSpec, TableName } from '../template/types';
import type { CellRef, CellValue } from '../workbook/cell';
import type { TableSnapshot, WorkbookSnapshot } from '../workbook/snapshot';
import { valueSpec } from '../reader/caseFields';
import { idText } from '../reader/content';
import { SheetCells } from './sheetCells';

/** A filled cell of a template's table and what its column is for. */
export interface TableCell {
  readonly cell: CellRef;
  readonly content: string | number;
  readonly table: TableName;
  readonly rowId: string | null;
  readonly spec: ColumnSpec;
  readonly header: string;
}

/** Kinds whose contents are compared letter for letter somewhere. */
const COMPARED: ReadonlySet<ColumnSpec['kind']> = new Set(['id', 'reference', 'unit', 'period']);

const isCompared = ({ kind, key }: ColumnSpec, table: TableName): boolean =>
  COMPARED.has(kind) || (table === 'KmcSales' && key === 'unit');

/**
 * The cells of the template's own tables whose spelling matters (ids, references, units, fiscal years) and that hold a text or a number
 * and no formula, table by table, row by row. Ranges that a user adopted are spelled as the user likes and not among them.
 */
export function tableCells(snapshot: WorkbookSnapshot, source: Case): readonly TableCell[] {
  const cells = new SheetCells(snapshot);
  return snapshot.tables.flatMap((table) => (table.headerRow ? cellsOf(table, source, cells) : []));
}

function cellsOf(table: TableSnapshot, source: Case, cells: SheetCells): readonly TableCell[] {
  const spec = tableSpec(table.name);
  const columns = spec && columnsOf(table, source, spec.name);
  if (!columns) return [];
  const { sheet, top, left, bottom } = table.range;
  const idColumn = columns[spec.columns.find(({ kind }) => kind === 'id')!.key];
  const compared = spec.columns.filter((column) => spec.name === 'KmcCase' || isCompared(column, spec.name));
  const found: TableCell[] = [];
  for (let row = top + 1; row <= bottom - (table.totalsRow ? 1 : 0); row += 1) {
    const rowId = idColumn === undefined ? null : idOf(cells.value({ sheet, row, column: idColumn }));
    for (const declared of compared) {
      const column = columns[declared.key];
      const content = column === undefined ? null : cells.typedContent({ sheet, row, column });
      const own = content === null ? null : purposeOf(spec.name, declared, rowId);
      if (column === undefined || content === null || own === null || !isCompared(own, spec.name)) continue;
      const header = table.columns[column - left] ?? '';
      found.push({ cell: { sheet, row, column }, content, table: spec.name, rowId, spec: own, header });
    }
  }
  return found;
}

function columnsOf({ range }: TableSnapshot, source: Case, name: string): Readonly<Record<string, number>> | undefined {
  const location = source.locations[name];
  const part = location?.parts?.find(({ sheet, firstRow }) => sheet === range.sheet && firstRow === range.top + 1);
  return (part ?? location)?.columns;
}

/** A cell of KmcCase is for what its field says; a row the template does not know is for nothing. */
function purposeOf(table: TableName, declared: ColumnSpec, rowId: string | null): ColumnSpec | null {
  if (table !== 'KmcCase' || (declared.key !== 'value' && declared.key !== 'unit')) return declared;
  const field = rowId === null ? undefined : fieldSpec(rowId);
  if (!field) return null;
  if (declared.key === 'value') return valueSpec(field);
  return field.kind === 'quantity' ? { ...declared, kind: 'unit' } : declared;
}

const idOf = (content: CellValue): string | null =>
  typeof content === 'string' || typeof content === 'number' ? idText(content) : null;
