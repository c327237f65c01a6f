/// <reference types="office-js" />
import { lastByName, type NameEdit } from '../../core/workbook/edit';

/** Which of the names that edits concern are there, by the name in lower case. */
export type KnownNames = ReadonlyMap<string, boolean>;

/** One round trip, or none where no name is edited. */
export async function knownNames(context: Excel.RequestContext, edits: readonly NameEdit[]): Promise<KnownNames> {
  const items = [...lastByName(edits)].map(([key, { name }]) => ({
    key,
    item: context.workbook.names.getItemOrNullObject(name),
  }));
  if (items.length > 0) await context.sync();
  return new Map(items.map(({ key, item }) => [key, !item.isNullObject]));
}

/** Queues the edits; the caller sends them. */
export function queueNames(context: Excel.RequestContext, edits: readonly NameEdit[], known: KnownNames): void {
  const { names } = context.workbook;
  for (const [key, edit] of lastByName(edits)) {
    if (edit.kind === 'remove-name') {
      if (known.get(key)) names.getItem(edit.name).delete();
      continue;
    }
    const formula = `=${edit.formula}`;
    if (!known.get(key)) names.add(edit.name, formula);
    const item = names.getItem(edit.name);
    item.formula = formula;
    item.visible = !edit.hidden;
  }
}
