import type { Decimal } from '../quantity/decimal';
import type { CellRef } from '../workbook/cell';
import type { EquationId } from './equations';
import type { TraceNode } from './types';

/** A value together with the trace node that produced it. */
export interface Traced {
  readonly value: Decimal;
  readonly node: number;
}

/** Collects the steps of a calculation while it runs. One per assessment; nothing outside sees it grow. */
export class Trace {
  readonly nodes: TraceNode[] = [];

  /** @param inputs earlier results or cells; `null` (a cell the workbook does not have) is left out */
  step(
    equation: EquationId,
    value: Decimal,
    unit: string,
    inputs: readonly (Traced | CellRef | null)[],
    subject: string | null = null,
  ): Traced {
    const kept = inputs.filter((input) => input !== null).map((input) => ('node' in input ? input.node : input));
    this.nodes.push({ equation, value, unit, inputs: kept, subject });
    return { value, node: this.nodes.length - 1 };
  }
}
