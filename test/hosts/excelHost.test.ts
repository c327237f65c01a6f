import { createExcelHost } from '../../src/adapters/excel/excelHost';
import { entriesOf, blocksOf } from '../../src/adapters/excel/editBlocks';
import { ExcelWorkbook } from '../support/officeHost/excelWorkbook';
import { nodeExcel } from '../support/officeHost/nodeExcel';
import { describeHost } from './contract';
import { calculated } from './contractWorkbook';

describeHost('Excel, by the real office.js', { calculates: true, notes: true }, async (workbook) => {
  const model = new ExcelWorkbook(workbook, calculated);
  nodeExcel().open(model);
  return {
    host: createExcelHost(),
    close: () => {},
    hasFile: true,
    userEdits: (edits) =>
      blocksOf(edits).forEach((block) => {
        const { sheet, top, left } = block;
        const height = block.edits.length;
        model.worksheets.getItem(sheet).getRangeByIndexes(top, left, height, block.edits[0]!.length).formulas =
          entriesOf(block);
      }),
    selected: () => model.selected,
  };
});
