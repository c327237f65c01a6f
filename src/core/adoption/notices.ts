import { message } from '../message';
import type { CellRef } from '../workbook/cell';
import type { SheetSnapshot } from '../workbook/snapshot';
import { sectionKey } from './proposedSections';
import type { AdoptedColumn, Adoption, ColumnProposal, Notice } from './types';

/** What of an adoption a user should know before agreeing to it: readings that are not plain, and what is left out. */
export function noticesOf(
  sheet: SheetSnapshot,
  adoption: Adoption,
  columns: readonly ColumnProposal[],
): readonly Notice[] {
  const { range, headerRows } = adoption;
  const at = (column: number): CellRef => ({ sheet: sheet.name, row: range.top + headerRows - 1, column });
  const placed = adoption.columns.flatMap((column) => {
    const { column: place } = columns.find(({ key }) => key === column.key)!;
    return readingsOf(column).map((what): Notice => noticeOf(what, column, at(place)));
  });
  const unplaced = columns.filter(({ key }) => key === null);
  return [
    ...placed,
    ...sectionNotices(adoption, at(range.left)),
    ...unplaced.map(({ column, header }): Notice => {
      const params = { header: header === '' ? message('adoption.no-header-text') : header };
      return { severity: 'info', message: message('adoption.notice.unplaced', params), cell: at(column) };
    }),
  ];
}

/** Codes below `adoption.notice`. */
function readingsOf({ withUnit, below, textNumbers, times }: AdoptedColumn): readonly string[] {
  return [
    ...(withUnit ? ['with-unit'] : []),
    ...(below ? ['repeats'] : []),
    ...(textNumbers ? ['text-numbers'] : []),
    ...(times ? ['times'] : []),
  ];
}

function noticeOf(what: string, { header, times = '1' }: AdoptedColumn, cell: CellRef): Notice {
  return { severity: 'info', message: message(`adoption.notice.${what}`, { header, times }), cell };
}

function sectionNotices({ table, skipped, sections }: Adoption, cell: CellRef): readonly Notice[] {
  const headings = skipped.filter(({ reason }) => reason === 'section').map(({ text }) => text);
  if (sections !== null) {
    const unread = headings.filter((text) => sections.values[text] === undefined);
    return unread.map((text) => ({
      severity: 'warn',
      message: message('adoption.notice.heading-unread', { text }),
      cell,
    }));
  }
  if (headings.length === 0 || sectionKey(table) === null) return [];
  return [{ severity: 'warn', message: message('adoption.notice.sections-unread'), cell }];
}
