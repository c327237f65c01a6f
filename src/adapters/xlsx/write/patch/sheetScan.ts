import type { CellMap } from './cellMap';

export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Where an element lies in the sheet's text, in UTF-16 units. */
export interface Span {
  start: number;
  tagEnd: number;
  end: number;
}

export interface CellSpan extends Span {
  readonly key: number;
  /** `null` where the cell has no formula. */
  formula: Span | null;
  /** It shows something: a value or an inline text. */
  filled: boolean;
}

export interface RowSpan extends Span {
  readonly row: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly cells: CellSpan[];
}

export interface SharedGroup {
  master: { readonly key: number; readonly formula: string } | null;
  /** Cells that take the master's formula, and those that carry the group's mark beside a formula of their own. */
  readonly members: { readonly key: number; readonly own: string | null }[];
}

/** A formula that fills a block of cells: `dynamic` one spills, `fixed` was entered for just this block (also data tables). */
export interface ArrayFormula {
  readonly key: number;
  readonly block: Block;
  readonly kind: 'dynamic' | 'fixed';
}

/** What a sheet's text holds, by place; the text itself stays as it is. */
export interface SheetScan {
  readonly part: string;
  readonly xml: string;
  /** Namespace prefix of the sheet's elements, with its colon. */
  readonly prefix: string;
  readonly data: Span;
  readonly rows: readonly RowSpan[];
  readonly cells: CellMap<CellSpan>;
  readonly shared: ReadonlyMap<string, SharedGroup>;
  readonly arrays: readonly ArrayFormula[];
  readonly dimension: (Span & { readonly ref: string }) | null;
  readonly columnStyles: readonly { first: number; last: number; style: string }[];
}
