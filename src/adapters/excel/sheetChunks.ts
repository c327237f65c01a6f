/** A sheet's used cells, counted from 0; all zero for an empty sheet. */
export interface UsedCells {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Cells asked for in one answer. Excel on the web answers with 5 MB at most; value, formula, type and format of a cell take
 * 125 bytes on average in a filled template, and 400 in its longest formulas.
 */
const CELLS_IN_ANSWER = 10_000;

/**
 * Cuts sheets into blocks of whole rows and puts as many blocks into one request as its answer can carry.
 * @param limit cells in one answer
 */
export function batchesOf(sheets: readonly UsedCells[], limit: number = CELLS_IN_ANSWER): UsedCells[][] {
  const batches: UsedCells[][] = [];
  let room = 0;
  for (const block of sheets.flatMap((sheet) => blocksOf(sheet, limit))) {
    const size = block.rows * block.columns;
    if (size > room || batches.length === 0) {
      batches.push([]);
      room = limit;
    }
    batches.at(-1)!.push(block);
    room -= size;
  }
  return batches;
}

function blocksOf(sheet: UsedCells, limit: number): UsedCells[] {
  if (sheet.columns === 0) return [];
  const height = Math.max(1, Math.floor(limit / sheet.columns));
  return Array.from({ length: Math.ceil(sheet.rows / height) }, (_, index) => ({
    ...sheet,
    top: sheet.top + index * height,
    rows: Math.min(height, sheet.rows - index * height),
  }));
}

/** The batch in two, or `null` where a single row is all there is. */
export function halved(batch: readonly UsedCells[]): [UsedCells[], UsedCells[]] | null {
  if (batch.length > 1) {
    const middle = Math.ceil(batch.length / 2);
    return [batch.slice(0, middle), batch.slice(middle)];
  }
  const block = batch[0]!;
  if (block.rows < 2) return null;
  const rows = Math.ceil(block.rows / 2);
  return [[{ ...block, rows }], [{ ...block, top: block.top + rows, rows: block.rows - rows }]];
}
