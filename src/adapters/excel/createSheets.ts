/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';
import type { WorkbookPlan } from '../../core/template/plan';
import type { LongLists } from '../xlsx/write/validations';
import { queueFormulas, queueTables, queueValues, type PlannedSheet } from './plannedContent';
import { queueLooks } from './plannedLooks';
import { queuePage } from './plannedPage';
import { queueValidations, withLists } from './plannedValidations';
import { withoutEvents } from './withoutEvents';

/**
 * Adds the planned sheets, tables and names to the open workbook, behind its own sheets, which stay as they are, and shows the first.
 * Where Excel refuses any of it, all that was added is removed again. Excel's undo does not take it back.
 * @throws KmcError where the workbook's structure is protected; where a sheet, table or name of the plan is in the workbook already; for whatever Excel refuses
 */
export async function createSheets(context: Excel.RequestContext, plan: WorkbookPlan): Promise<void> {
  const { lists, sheets } = withLists(plan, await requireRoom(context, plan));
  const added = await withoutEvents(context, () => sheets.map(() => context.workbook.worksheets.add()));
  const pairs = sheets.map((sheet, index): PlannedSheet => [sheet, added[index]!]);
  try {
    await inBatches(context, { ...plan, sheets }, pairs, lists);
  } catch (error) {
    await remove(context, plan, added);
    throw error;
  }
}

/** Each batch below 5 MB, and what one needs in a batch before it: a formula may name a table or name of any sheet. */
async function inBatches(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  pairs: readonly PlannedSheet[],
  lists: LongLists,
): Promise<void> {
  const send = (queue: () => void) => withoutEvents(context, queue);
  await send(() => {
    pairs.forEach(([{ name }, sheet]) => (sheet.name = name));
    pairs.forEach(queueValues);
    pairs.forEach(queueTables);
    plan.names.forEach(({ name, reference }) => context.workbook.names.add(name, `=${reference}`));
  });
  await send(() => pairs.forEach(queueFormulas));
  await send(() => pairs.forEach((pair) => queueLooks(pair, plan.language)));
  await send(() => {
    pairs.forEach((pair) => queueValidations(pair, lists));
    pairs.forEach((pair) => queuePage(pair, plan.title));
    pairs[0]![1].activate();
  });
}

/** @returns names of the workbook's sheets */
async function requireRoom(context: Excel.RequestContext, { sheets, names }: WorkbookPlan): Promise<readonly string[]> {
  const { worksheets, tables, names: known, protection } = context.workbook;
  protection.load('protected');
  worksheets.load('items/name');
  tables.load('items/name');
  known.load('items/name');
  await context.sync();
  if (protection.protected) throw new KmcError(message('excel.protected-workbook'));
  const planned = [...sheets.flatMap((sheet) => sheet.tables), ...names].map(({ name }) => name);
  refuseTaken('excel.has-application', planned, [...tables.items, ...known.items]);
  refuseTaken(
    'excel.has-sheets',
    sheets.map(({ name }) => name),
    worksheets.items,
  );
  return worksheets.items.map(({ name }) => name);
}

function refuseTaken(code: string, wanted: readonly string[], there: readonly { readonly name: string }[]): void {
  const taken = new Set(there.map(({ name }) => name.toLowerCase()));
  const found = wanted.filter((name) => taken.has(name.toLowerCase()));
  if (found.length > 0) throw new KmcError(message(code, { names: found }));
}

async function remove(
  context: Excel.RequestContext,
  plan: WorkbookPlan,
  added: readonly Excel.Worksheet[],
): Promise<void> {
  const names = plan.names.map(({ name }) => context.workbook.names.getItemOrNullObject(name));
  await context.sync();
  const known = names.filter(({ isNullObject }) => !isNullObject);
  await withoutEvents(context, () => {
    known.forEach((name) => name.delete());
    added.forEach((sheet) => sheet.delete());
  });
}
