import { sheetName } from '../calculation/readiness';
import { message, type Message } from '../message';
import { fieldSpec } from '../template/fields';
import { tableSpec } from '../template/tables';
import type { Subject } from './finding';

/** What people call a place: sheet, row and column of a table by their names, a field by its label, a free cell by its address. */
export function placeText({ table, rowId, column, place }: Subject): Message {
  if (place !== null) return message('decisions.place.cell', { place });
  if (table === null) return message('decisions.place.case');
  const sheet = sheetName(table);
  if (rowId === null) return message('decisions.place.table', { sheet });
  const row = table === 'KmcCase' && fieldSpec(rowId) ? message(`template.fields.${rowId}`) : rowId;
  const isOneCell = column === null || (table === 'KmcCase' && column === 'value');
  if (isOneCell) return message('decisions.place.row', { sheet, row });
  const isKnown = tableSpec(table)?.columns.some(({ key }) => key === column);
  const header = isKnown ? message(`template.columns.${table}.${column}`) : column;
  return message('decisions.place.column', { sheet, row, column: header });
}

/** The title of what found something: a rule of the criteria, a check of formulas, or reading. */
export function ruleTitle(rule: string): Message {
  const [area = '', check = ''] = rule.split('.');
  if (area === 'formula') return message(`review.checks.${check}.title`);
  if (area === 'unique-formula') return message('decisions.formula');
  if (area === 'reading') return message('decisions.reading');
  return message(`rules.${rule}.title`);
}
