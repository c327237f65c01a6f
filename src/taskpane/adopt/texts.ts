import type { AdoptableTable } from '../../core/adoption/types';
import { tableSpec } from '../../core/template/tables';
import type { TableName } from '../../core/template/types';
import type { Translate } from '../../locales/translator';

/** @returns a table by the title of its sheet */
export const tableText = (say: Translate, table: TableName): string =>
  say(`template.sheets.${tableSpec(table)!.sheet}`);

/** @returns a column by its header in the pane's language */
export const keyText = (say: Translate, table: AdoptableTable, key: string): string =>
  say(`template.columns.${table}.${key}`);
