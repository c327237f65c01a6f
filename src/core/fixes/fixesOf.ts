import type { Reading } from '../case/types';
import { message } from '../message';
import { readCase } from '../reader/readCase';
import type { CellRef, CellValue } from '../workbook/cell';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { tableSpec } from '../template/tables';
import { candidateFor } from './candidates';
import { certainOnes, editsOf, type Read } from './certain';
import { Ids } from './references';
import { SheetCells } from './sheetCells';
import { spellingCandidates } from './spellings';
import { tableCells } from './tableCells';
import type { Candidate, Fix } from './types';

/**
 * What can be put right without asking, because only one content can have been meant: words of the other language or in another spelling,
 * numbers typed as text, percentages in words, dates, fiscal years, ids and units. Each has been tried: the workbook was read again with
 * it, and its problem was gone and no other had come to its cells. Formulas are never touched.
 *
 * @param reading of the snapshot; problems of other stages may be among its problems
 * @param read how the workbook is read, ranges of the user's own included where there are any
 * @returns fixes of problems in the problems' order, then of spellings that are read well but not by every formula
 */
export function fixesOf(snapshot: WorkbookSnapshot, reading: Reading, read: Read = readCase): readonly Fix[] {
  const cells = new SheetCells(snapshot);
  const typed = tableCells(snapshot, reading.case);
  const ids = new Ids(typed);
  const setting = { cells, ids, own: ownTables(snapshot) };
  const candidates = [
    ...reading.problems.flatMap((problem) => candidateFor(problem, setting) ?? []),
    ...spellingCandidates(typed, { source: reading.case, cells, ids }),
  ];
  const certain = certainOnes(candidates, { snapshot, problems: reading.problems, cells, read });
  return certain.map((candidate) => fixOf(candidate, cells));
}

/** Whether a cell lies in a table of the template's. */
function ownTables({ tables }: WorkbookSnapshot): (cell: CellRef) => boolean {
  const ranges = tables.filter(({ name }) => tableSpec(name)).map(({ range }) => range);
  return ({ sheet, row, column }) =>
    ranges.some(
      (range) =>
        range.sheet === sheet &&
        row >= range.top &&
        row <= range.bottom &&
        column >= range.left &&
        column <= range.right,
    );
}

function fixOf(candidate: Candidate, cells: SheetCells): Fix {
  const { problem, kind, changes } = candidate;
  const [first] = changes;
  const from: CellValue = cells.value(first!.cell);
  return {
    problem,
    kind,
    title: message(`fixes.title.${kind}`),
    edits: editsOf(candidate),
    inverse: changes.map(({ cell }) => ({ kind: 'set-value', cell, value: cells.value(cell) })),
    preview: { from, to: first!.to },
  };
}

/** @returns the fixes of the same kind in the same column of the same sheet, the given one among them */
export function sameFixes(fixes: readonly Fix[], { kind, problem }: Fix): readonly Fix[] {
  return fixes.filter(
    (other) =>
      other.kind === kind &&
      other.problem.table === problem.table &&
      other.problem.column === problem.column &&
      other.problem.cell?.sheet === problem.cell?.sheet &&
      other.problem.message.code.startsWith('fixes.') === problem.message.code.startsWith('fixes.'),
  );
}
