import type { WorkbookSnapshot } from '../../core/workbook/snapshot';

/** Whether sheets of the template are in a workbook already: they cannot be added twice. */
export const hasTemplate = ({ tables }: WorkbookSnapshot): boolean =>
  tables.some(({ name }) => name.toLowerCase().startsWith('kmc'));
