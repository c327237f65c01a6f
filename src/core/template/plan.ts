import type { Language } from './types';

/**
 * A workbook to be created, said without any file format or host: `adapters/xlsx` writes it to a file, a host creates it in place.
 * Rows and columns count from 0.
 */
export interface WorkbookPlan {
  readonly language: Language;
  readonly title: string;
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
}

export interface NamePlan {
  readonly name: string;
  /** Absolute A1 reference with the sheet, without `=`. */
  readonly reference: string;
}

export interface SheetPlan {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly CellPlan[];
  readonly tables: readonly TablePlan[];
  readonly validations: readonly ValidationPlan[];
  /** Width of each column in characters. */
  readonly columnWidths: readonly number[];
  readonly merges: readonly BlockPlan[];
  /** Rows and columns that stay in sight. */
  readonly freeze: { readonly rows: number; readonly columns: number } | null;
  readonly page: PagePlan;
  readonly tabColour: string | null;
}

export interface BlockPlan {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A4 always. */
export interface PagePlan {
  readonly orientation: 'portrait' | 'landscape';
  readonly printArea: BlockPlan | null;
  /** Header rows repeated on each printed page. */
  readonly repeatRows: readonly [number, number] | null;
  readonly fitToWidth: boolean;
  readonly fitToHeight: boolean;
}

export interface CellPlan {
  readonly row: number;
  readonly column: number;
  readonly value: number | string | boolean | null;
  /** Without `=`, add-in functions as `KMC.X`, structured references in stored form. */
  readonly formula: string | null;
  readonly style: CellStyle;
  readonly numberFormat: string | null;
}

/** Looks the template knows; the writer decides fonts and colours. Input cells stand apart from formula cells. */
export type CellStyle =
  | 'plain'
  | 'title'
  | 'subtitle'
  | 'heading'
  | 'label'
  | 'header'
  | 'input'
  | 'computed'
  | 'result'
  | 'note'
  | 'warning'
  | 'office-use';

/** `block` includes the header row. */
export interface TablePlan {
  readonly name: string;
  readonly block: BlockPlan;
  readonly columns: readonly { readonly header: string; readonly formula: string | null }[];
}

export interface ValidationPlan {
  readonly block: BlockPlan;
  /** `list`: exactly these texts. `range`: a number from `minimum` to `maximum`. */
  readonly rule:
    | { readonly kind: 'list'; readonly items: readonly string[] }
    | { readonly kind: 'decimal'; readonly minimum: number; readonly maximum: number };
  readonly prompt: string;
  readonly error: string;
}
