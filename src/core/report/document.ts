import type { Language } from '../template/types';
import type { Drawing } from './drawings/drawing';

/**
 * A document for people as data: what it says and in which order, every text already in its language. A renderer decides on type and
 * page, and escapes: no string in here is markup. `CO2` in any text is written with a lowered 2.
 */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  /** Marked on each page, e.g. 下書き（事前確認用）; `null` for none. */
  readonly stamp: string | null;
  /** At the head of each page after the first. */
  readonly running: string;
  /** The first page's blocks, before any heading. */
  readonly cover: readonly Block[];
  readonly sections: readonly Section[];
}

export interface Section {
  /** A word of our own, the anchor of links; never a text of the case. */
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block = TextBlock | HeadingBlock | FactsBlock | NumbersBlock | TableBlock | DrawingBlock | ListBlock;

/** `warning`: something is open or missing. `note`: beside the matter, e.g. where a text comes from. */
export type Tone = 'body' | 'note' | 'warning';

export interface TextBlock {
  readonly kind: 'text';
  readonly tone: Tone;
  readonly text: string;
}

export interface HeadingBlock {
  readonly kind: 'heading';
  readonly text: string;
}

/** Items with what is stated of them; a third text says on what it rests. */
export interface FactsBlock {
  readonly kind: 'facts';
  readonly rows: readonly Fact[];
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** The certified numbers, large. */
export interface NumbersBlock {
  readonly kind: 'numbers';
  readonly items: readonly {
    readonly label: string;
    readonly value: string;
    readonly unit: string;
    readonly note: string;
  }[];
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string | null;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export interface TableColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
  /** Share of the table's width; the shares of a table need not add up to anything. */
  readonly width: number;
}

export interface TableRow {
  /** `group`: one text over all columns, the first cell. */
  readonly look: 'body' | 'group' | 'total';
  readonly cells: readonly string[];
}

export interface DrawingBlock {
  readonly kind: 'drawing';
  readonly drawing: Drawing;
  readonly caption: string;
  /** What the picture shows, for who cannot see it. */
  readonly description: string;
}

export interface ListBlock {
  readonly kind: 'list';
  readonly items: readonly string[];
}

export const text = (of: string, tone: Tone = 'body'): TextBlock => ({ kind: 'text', tone, text: of });
export const heading = (of: string): HeadingBlock => ({ kind: 'heading', text: of });
export const list = (items: readonly string[]): ListBlock => ({ kind: 'list', items });
export const body = (cells: readonly string[]): TableRow => ({ look: 'body', cells });
export const group = (of: string): TableRow => ({ look: 'group', cells: [of] });
export const total = (cells: readonly string[]): TableRow => ({ look: 'total', cells });
