import fc from 'fast-check';
import { blocksOf } from '../../../src/adapters/excel/editBlocks';
import { batchesOf, halved } from '../../../src/adapters/excel/sheetChunks';
import type { Edit } from '../../../src/core/workbook/edit';

const edits = fc.array(
  fc
    .record({ sheet: fc.constantFrom('A', 'B'), row: fc.nat(6), column: fc.nat(6) })
    .chain((cell) => fc.integer().map((value): Edit => ({ kind: 'set-value', cell, value }))),
);

describe('edits joined into blocks', () => {
  it('are in them once each, where they belong, the last of a cell', () => {
    fc.assert(
      fc.property(edits, (given) => {
        const last = new Map(given.map((edit) => [JSON.stringify(edit.cell), edit]));
        const placed = blocksOf(given).flatMap(({ sheet, top, left, edits: rows }) =>
          rows.flatMap((row, i) =>
            row.map((edit, j) => [JSON.stringify({ sheet, row: top + i, column: left + j }), edit] as const),
          ),
        );
        expect(new Map(placed)).toEqual(last);
        expect(placed).toHaveLength(last.size);
      }),
    );
  });

  it('are one block where they fill a rectangle', () => {
    const filled = Array.from({ length: 12 }, (_, index): Edit => {
      const cell = { sheet: 'A', row: 3 + Math.floor(index / 4), column: 2 + (index % 4) };
      return { kind: 'set-value', cell, value: index };
    });
    expect(blocksOf(filled)).toEqual([expect.objectContaining({ sheet: 'A', top: 3, left: 2 })]);
  });
});

describe('sheets cut into requests', () => {
  const sheets = fc.array(
    fc.record({ sheet: fc.string(), top: fc.nat(9), left: fc.nat(9), rows: fc.nat(40), columns: fc.nat(20) }),
  );

  it('are asked for whole, and no request for more than its limit but where a row alone is longer', () => {
    fc.assert(
      fc.property(sheets, fc.integer({ min: 1, max: 200 }), (given, limit) => {
        const batches = batchesOf(given, limit);
        const cells = (blocks: readonly { rows: number; columns: number }[]) =>
          blocks.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
        expect(cells(batches.flat())).toBe(cells(given));
        expect(batches.every((batch) => cells(batch) <= limit || (batch.length === 1 && batch[0]!.rows === 1))).toBe(
          true,
        );
      }),
    );
  });

  it('are halved down to a row, nothing lost', () => {
    const block = { sheet: 'A', top: 5, left: 1, rows: 5, columns: 2 };
    expect(halved([block])).toEqual([[{ ...block, rows: 3 }], [{ ...block, top: 8, rows: 2 }]]);
    expect(halved([{ ...block, rows: 1 }])).toBeNull();
  });
});
