import { createXlsxHost } from '../../src/adapters/xlsx/xlsxHost';
import { xlsxOfSnapshot } from '../support/xlsxOfSnapshot';
import { describeHost } from './contract';

describeHost('an .xlsx file', { calculates: false, notes: true }, async (workbook) => ({
  host: createXlsxHost(xlsxOfSnapshot(workbook)),
  close: () => {},
  hasFile: true,
}));
