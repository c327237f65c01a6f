import type { Problem, RowRef } from '../../case/types';
import type { CellRef } from '../../workbook/cell';
import { named, object } from '../shape/structures';
import { nullable, text, whole, word } from '../shape/values';
import { messageShape } from './messageShape';

/** Row and column count from 0. */
export const cellShape = named('cell', () => object<CellRef>({ sheet: text, row: whole, column: whole }));

/** A row by table and id, and where it stood when it was read. */
export const rowShape = named('row', () => object<RowRef>({ table: text, id: text, sheet: text, row: whole }));

export const problemShape = named('problem', () =>
  object<Problem>({
    severity: word(['block', 'warn', 'info'] as const),
    message: messageShape,
    cell: nullable(cellShape),
    table: nullable(text),
    rowId: nullable(text),
    column: nullable(text),
  }),
);
