import { reviewedBook, type ReviewedBook } from '../../core/review/formulas/book';
import { precedentGraph, type PrecedentGraph } from '../../core/review/precedents/precedentGraph';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

const books = new WeakMap<WorkbookSnapshot, ReviewedBook>();
const graphs = new WeakMap<WorkbookSnapshot, PrecedentGraph>();

/** @returns the workbook's formulas as read for the review, once a snapshot */
export function bookOf(snapshot: WorkbookSnapshot): ReviewedBook {
  const book = books.get(snapshot) ?? reviewedBook(snapshot);
  books.set(snapshot, book);
  return book;
}

/** @returns what rests on what, once a snapshot */
export function graphOf(snapshot: WorkbookSnapshot): PrecedentGraph {
  const graph = graphs.get(snapshot) ?? precedentGraph(snapshot);
  graphs.set(snapshot, graph);
  return graph;
}
