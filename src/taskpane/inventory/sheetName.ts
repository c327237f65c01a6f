import { tableSpec } from '../../core/template/tables';
import type { TableName } from '../../core/template/types';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Translate } from '../../locales/translator';

/** @returns what the user calls the sheet of a table: its name in the workbook, else the template's title */
export function sheetName({ tables }: WorkbookSnapshot, table: TableName, say: Translate): string {
  const own = tables.find(({ name }) => name.toLowerCase() === table.toLowerCase());
  return own?.range.sheet ?? say(`template.sheets.${tableSpec(table)!.sheet}`);
}
