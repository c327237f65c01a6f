import { message, type Message } from '../../message';
import { sheetCellAddress } from '../../workbook/a1';
import { placeText, ruleTitle } from '../placeText';
import type { BasisChange } from './basis';

/** What reopened a decision, as a sentence: which cell was what and is what. */
export function changeText({ kind, place, cell, from, to }: BasisChange): Message {
  const blank = message('decisions.blank');
  if (kind === 'finding') return message('decisions.change.finding', { to: ruleTitle((to ?? '').split('|')[0]!) });
  const subject = place && { table: place.table, rowId: place.rowId, column: place.column, place: null };
  const free = cell ? sheetCellAddress(cell) : message('decisions.other-cells');
  return message(`decisions.change.${kind}`, {
    place: subject ? placeText(subject) : free,
    from: from ?? blank,
    to: to ?? blank,
  });
}
