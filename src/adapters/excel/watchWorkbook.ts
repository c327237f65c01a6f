/// <reference types="office-js" />
import { inExcel } from './session';

/** Milliseconds over which changes count as one. Typing, filling and recalculating come in bursts. */
const BURST = 150;

/** Who hears of changes. */
export interface Hearer {
  /** Called at each change, at once. @param sheet id of the sheet it concerns, where Excel names one */
  readonly heard: (sheet: string | undefined) => void;
  /** Called once for changes that come close together. */
  readonly listener: () => void;
}

export interface Watch {
  /** Ends when Excel has promised to tell of changes. @throws KmcError where it will not */
  readonly ready: Promise<void>;
  stop(): void;
}

/**
 * Tells of changes: cells, formats, sorting, sheets and tables, and recalculation, since an add-in function's value comes later
 * than the edit that caused it. What co-authors do counts too: the numbers shown must be those of the workbook as it is.
 */
export function watchWorkbook({ heard, listener }: Hearer): Watch {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const tell = () => {
    timer = undefined;
    listener();
  };
  const handlers = inExcel((context) =>
    subscribe(context, async ({ worksheetId }) => {
      if (isOver) return;
      heard(worksheetId);
      timer ??= setTimeout(tell, BURST);
    }),
  );
  return {
    ready: handlers.then(() => {}),
    stop() {
      clearTimeout(timer);
      isOver = true;
      // Nobody is told any more: an Excel that goes on telling does no harm.
      handlers.then(unsubscribe).catch(() => {});
    },
  };
}

type Handler = OfficeExtension.EventHandlerResult<unknown>;
type OnEvent = (event: { readonly worksheetId?: string }) => Promise<void>;

async function subscribe(context: Excel.RequestContext, onEvent: OnEvent): Promise<readonly Handler[]> {
  const { worksheets, tables } = context.workbook;
  const handlers = [
    worksheets.onChanged.add(onEvent),
    worksheets.onFormatChanged.add(onEvent),
    worksheets.onRowSorted.add(onEvent),
    worksheets.onCalculated.add(onEvent),
    worksheets.onAdded.add(onEvent),
    worksheets.onDeleted.add(onEvent),
    tables.onAdded.add(onEvent),
    tables.onDeleted.add(onEvent),
  ] as unknown as readonly Handler[];
  await context.sync();
  return handlers;
}

async function unsubscribe(handlers: readonly Handler[]): Promise<void> {
  const context = handlers[0]!.context as Excel.RequestContext;
  handlers.forEach((handler) => handler.remove());
  await context.sync();
}
