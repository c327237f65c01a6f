import { message, type Message } from '../../message';
import { parseCell } from '../../workbook/a1';
import type { CellRef } from '../../workbook/cell';
import { precedents } from '../../workbook/precedents';
import type { WorkbookSnapshot } from '../../workbook/snapshot';

/** A cell whose number is claimed, and what it is called. */
export interface ResultCell {
  /** Defined name of the template, or the address the user gave. */
  readonly name: string;
  readonly cell: CellRef;
}

/** The two certified numbers as they are printed. */
const CERTIFIED = ['KmcReductionPerUnitRounded', 'KmcAvoidedRounded'];

/** @returns the cells of the two certified numbers; empty for a workbook without the template's result sheet */
export function certifiedCells(snapshot: WorkbookSnapshot): readonly ResultCell[] {
  const origin = { sheet: snapshot.sheets[0]?.name ?? '', row: 0, column: 0 };
  return CERTIFIED.flatMap((certified) => {
    const defined = snapshot.names.find(({ name, sheet }) => name === certified && sheet === null);
    const [place] = defined ? precedents(defined.formula, origin, snapshot.tables) : [];
    if (place?.kind !== 'range') return [];
    const { sheet, top, left } = place.range;
    return [{ name: certified, cell: { sheet, row: top, column: left } }];
  });
}

/**
 * Cells a user names as results.
 * @param addresses `Sheet1!B7`, `'My sheet'!B7`, or `B7` on the first sheet
 * @returns the cells, and what is wrong with each address that names none
 */
export function namedResults(
  addresses: readonly string[],
  snapshot: WorkbookSnapshot,
): { readonly cells: readonly ResultCell[]; readonly wrong: readonly Message[] } {
  const cells: ResultCell[] = [];
  const wrong: Message[] = [];
  for (const address of addresses) {
    const at = address.lastIndexOf('!');
    const sheet = sheetNamed(at < 0 ? null : address.slice(0, at), snapshot);
    const place = parseCell(address.slice(at + 1));
    if (!sheet || !place) wrong.push(message('review.notice.no-such-result', { address }));
    else if (sheet.value(place.row, place.column) === null && sheet.formula(place.row, place.column) === null)
      wrong.push(message('review.notice.blank-result', { address }));
    else cells.push({ name: address, cell: { sheet: sheet.name, ...place } });
  }
  return { cells, wrong };
}

function sheetNamed(written: string | null, { sheets }: WorkbookSnapshot) {
  if (written === null) return sheets[0];
  const wanted = written
    .replace(/^'(.*)'$/, '$1')
    .replaceAll("''", "'")
    .toLowerCase();
  return sheets.find(({ name }) => name.toLowerCase() === wanted);
}
