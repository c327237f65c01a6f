/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';

/** On the web each site that shows Excel has storage of its own, told apart by a key of Excel's. */
const keyOf = (key: string): string => `${globalThis.Office?.context?.partitionKey ?? ''}kmc.${key}`;

/** @returns what {@link keepText} kept, on this machine or else in the open workbook; `null` for nothing */
export function keptText(key: string): string | null {
  const here = attempt(() => localStorage.getItem(keyOf(key)));
  if (typeof here === 'string') return here;
  const inWorkbook: unknown = attempt(() => settings()?.get(keyOf(key)));
  return typeof inWorkbook === 'string' ? inWorkbook : null;
}

/**
 * Keeps a small text from one visit to the next: on this machine, since a choice of the reader's belongs to the reader and reading must
 * not change a file. Where the machine keeps nothing, the open workbook does.
 * @throws KmcError where neither does
 */
export async function keepText(key: string, text: string): Promise<void> {
  if (!keepHere(key, text)) await keepInWorkbook(keyOf(key), text);
}

/** As {@link keepText}, and never in the workbook. @returns whether it is kept */
export const keepHere = (key: string, text: string): boolean =>
  attempt(() => {
    localStorage.setItem(keyOf(key), text);
    return true;
  }) === true;

const settings = (): Office.Settings | undefined => globalThis.Office?.context?.document?.settings;

function keepInWorkbook(key: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const refused = (reason: string) => reject(new KmcError(message('excel.not-kept', { reason })));
    const kept = settings();
    if (!kept) return refused('Office.Settings');
    kept.set(key, text);
    kept.saveAsync(({ status, error }) =>
      status === Office.AsyncResultStatus.Succeeded ? resolve() : refused(error.message),
    );
  });
}

/** A browser that forbids storage throws already where it is named. */
function attempt<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}
