/// <reference types="office-js" />
import { inExcel } from './session';

/** Milliseconds over which changes count as one. Typing, filling and recalculating come in bursts. */
const BURST = 150;

/**
 * Calls `listener` after changes: cells, sheets and tables, and recalculation, since an add-in function's value comes later
 * than the edit that caused it. What co-authors do counts too: the numbers shown must be those of the workbook as it is.
 * @param failed called where Excel will not tell of changes
 * @returns a function that stops listening
 */
export function watchWorkbook(listener: () => void, failed: (error: unknown) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = async () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      listener();
    }, BURST);
  };
  const handlers = inExcel((context) => subscribe(context, heard));
  handlers.catch(failed);
  return () => {
    clearTimeout(timer);
    timer = undefined;
    listener = () => {};
    void handlers.then(unsubscribe).catch(failed);
  };
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;

async function subscribe(context: Excel.RequestContext, heard: () => Promise<void>): Promise<readonly Handler[]> {
  const { worksheets, tables } = context.workbook;
  const handlers = [
    worksheets.onChanged.add(heard),
    worksheets.onCalculated.add(heard),
    worksheets.onAdded.add(heard),
    worksheets.onDeleted.add(heard),
    tables.onAdded.add(heard),
    tables.onDeleted.add(heard),
  ] as unknown as readonly Handler[];
  await context.sync();
  return handlers;
}

async function unsubscribe(handlers: readonly Handler[]): Promise<void> {
  const context = handlers[0]!.context as Excel.RequestContext;
  handlers.forEach((handler) => handler.remove());
  await context.sync();
}
