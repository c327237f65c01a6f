import type { Compiler } from 'webpack';

export const PANE_BUDGET: number;
export function overBudget(
  files: readonly { readonly name: string; readonly content: string | Buffer }[],
  modules: readonly { readonly name: string; readonly bytes: number }[],
  budget: number,
): string | null;
export class PaneBudget {
  constructor(options: { readonly entry: string; readonly chunks?: readonly string[]; readonly budget?: number });
  apply(compiler: Compiler): void;
}
