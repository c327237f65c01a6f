/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';
import { sheetCellAddress } from '../../core/workbook/a1';
import { isCellError, type CellValue } from '../../core/workbook/cell';
import { editsByKind, type WorkbookEdit } from '../../core/workbook/edit';
import { formulaOf, valueOf } from './cellContent';
import { blocksOf, entriesOf, type EditBlock } from './editBlocks';
import { newLines, queueLines } from './growTables';
import { rangeOf, requireWritable } from './requireWritable';
import { withoutEvents } from './withoutEvents';
import { knownNames, queueNames } from './writeNames';

/**
 * Writes the edits, with this add-in's own change events off, and reads back what Excel made of them: a column formatted as
 * text, say, turns a number into a text. What is written right below a table becomes its next line, which Excel does by itself only
 * where it is typed.
 * All is sent in one request, which Excel's undo takes back in one step.
 * @throws KmcError for a sheet that does not exist or is protected, before anything is written; for a cell that does not hold what it was
 *   given
 */
export async function writeEdits(context: Excel.RequestContext, edits: readonly WorkbookEdit[]): Promise<void> {
  if (edits.length === 0) return;
  const { cells, names } = editsByKind(edits);
  const blocks = blocksOf(cells);
  const entries = blocks.map(entriesOf);
  await requireWritable(context, blocks);
  const known = await knownNames(context, names);
  const lines = await newLines(context, cells);
  const written = await withoutEvents(context, () => {
    queueLines(lines);
    queueNames(context, names, known);
    return blocks.map((block, index) => {
      const range = rangeOf(context, block);
      range.formulas = entries[index]!;
      return range.load('values,formulas,valueTypes');
    });
  });
  blocks.forEach((block, index) => requireContent(block, written[index]!));
}

function requireContent({ edits }: EditBlock, { values, formulas, valueTypes }: Excel.Range): void {
  for (const [row, cells] of edits.entries()) {
    for (const [column, edit] of cells.entries()) {
      const shown: unknown = values[row]![column];
      const formula = formulaOf(formulas[row]![column], shown);
      const holds =
        edit.kind === 'set-formula'
          ? formula !== null
          : isSame(edit.value, valueOf(shown, valueTypes[row]![column]!, formula));
      if (!holds)
        throw new KmcError(
          message('excel.not-as-written', { cell: sheetCellAddress(edit.cell), found: String(shown) }),
        );
    }
  }
}

const isSame = (one: CellValue, other: CellValue): boolean =>
  one === other || (isCellError(one) && isCellError(other) && one.error === other.error);
