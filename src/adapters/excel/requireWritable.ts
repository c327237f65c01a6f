/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';
import type { EditBlock } from './editBlocks';

export const rangeOf = (context: Excel.RequestContext, { sheet, top, left, edits }: EditBlock): Excel.Range =>
  context.workbook.worksheets.getItem(sheet).getRangeByIndexes(top, left, edits.length, edits[0]!.length);

/**
 * Asks before anything is written, since Excel keeps what it wrote before the cell that it refuses. One round trip, and one more where
 * a sheet is protected.
 * @throws KmcError for a sheet that does not exist, and for one whose protection covers a cell of the blocks
 */
export async function requireWritable(context: Excel.RequestContext, blocks: readonly EditBlock[]): Promise<void> {
  const sheets = [...new Set(blocks.map(({ sheet }) => sheet))].map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    return { name, sheet: sheet.load('protection/protected') };
  });
  await context.sync();
  const missing = sheets.find(({ sheet }) => sheet.isNullObject);
  if (missing) throw new KmcError(message('host.unknown-sheet', { sheet: missing.name }));
  const shielded = sheets.filter(({ sheet }) => sheet.protection.protected).map(({ name }) => name);
  if (shielded.length > 0) await requireUnlocked(context, shielded, blocks);
}

/** A protected sheet still takes entries into cells that are not locked. */
async function requireUnlocked(
  context: Excel.RequestContext,
  shielded: readonly string[],
  blocks: readonly EditBlock[],
): Promise<void> {
  const concerned = blocks.filter(({ sheet }) => shielded.includes(sheet));
  const asked = concerned.map((block) => rangeOf(context, block).format.protection.load('locked'));
  await context.sync();
  // Of cells that differ Excel says `null`.
  const locked = concerned.filter((_, index) => asked[index]!.locked !== false).map(({ sheet }) => sheet);
  if (locked.length > 0) throw new KmcError(message('excel.protected-sheets', { sheets: [...new Set(locked)] }));
}
