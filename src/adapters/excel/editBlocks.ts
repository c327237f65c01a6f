import type { Edit } from '../../core/workbook/edit';
import { entryOf } from './cellContent';

/** Cells that lie together as a rectangle, with what to enter into each. */
export interface EditBlock {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly edits: readonly (readonly Edit[])[];
}

/** Where several edits concern one cell the last one stands. Excel is called once a block instead of once a cell. */
export function blocksOf(edits: readonly Edit[]): EditBlock[] {
  const byCell = new Map(
    edits.map((edit) => [JSON.stringify([edit.cell.sheet, edit.cell.row, edit.cell.column]), edit]),
  );
  return joinedRows(runs([...byCell.values()].sort(inReadingOrder)));
}

/** What to assign to `Range.formulas` of the block. */
export const entriesOf = ({ edits }: EditBlock): (string | number | boolean)[][] =>
  edits.map((row) => row.map(entryOf));

function inReadingOrder({ cell: a }: Edit, { cell: b }: Edit): number {
  if (a.sheet !== b.sheet) return a.sheet < b.sheet ? -1 : 1;
  return a.row - b.row || a.column - b.column;
}

/** Neighbours in a row become one block. */
function runs(sorted: readonly Edit[]): EditBlock[] {
  const found: { sheet: string; top: number; left: number; edits: [Edit[]] }[] = [];
  for (const edit of sorted) {
    const { sheet, row, column } = edit.cell;
    const last = found.at(-1);
    const continues = last?.sheet === sheet && last.top === row && last.left + last.edits[0].length === column;
    if (continues) last.edits[0].push(edit);
    else found.push({ sheet, top: row, left: column, edits: [[edit]] });
  }
  return found;
}

/** Blocks of the same columns in rows that follow each other become one. */
function joinedRows(rows: readonly EditBlock[]): EditBlock[] {
  const open = new Map<string, EditBlock & { edits: (readonly Edit[])[] }>();
  const found: EditBlock[] = [];
  for (const { sheet, top, left, edits } of rows) {
    const columns = JSON.stringify([sheet, left, edits[0]!.length]);
    const above = open.get(columns);
    if (above && above.top + above.edits.length === top) {
      above.edits.push(edits[0]!);
      continue;
    }
    const block = { sheet, top, left, edits: [...edits] };
    open.set(columns, block);
    found.push(block);
  }
  return found;
}
