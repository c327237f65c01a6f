import type { TraceNode } from '../../core/calculation/types';
import type { CellRef } from '../../core/workbook/cell';

/** The first cell below a step, down its first inputs. */
export function firstCell(nodes: readonly TraceNode[], { inputs }: TraceNode): CellRef | null {
  const [first] = inputs;
  if (first === undefined) return null;
  return typeof first === 'number' ? firstCell(nodes, nodes[first]!) : first;
}
