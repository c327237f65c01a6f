/// <reference types="office-js" />
import { KmcError, message, type Message } from '../../core/message';

const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: 'excel.protected',
  InvalidOperationInCellEditMode: 'excel.cell-edit',
  RequestPayloadSizeLimitExceeded: 'excel.too-large',
  ResponsePayloadSizeLimitExceeded: 'excel.too-large',
  ActivityLimitReached: 'excel.busy',
  ServiceNotAvailable: 'excel.busy',
};

/** The code of an error that Excel gave, `undefined` for any other error. */
export function excelCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || error instanceof KmcError) return undefined;
  const { code } = error as Partial<OfficeExtension.Error>;
  return typeof code === 'string' ? code : undefined;
}

export const isTooLarge = (error: unknown): boolean =>
  ['ResponsePayloadSizeLimitExceeded', 'RangeExceedsLimit'].includes(excelCode(error) ?? '');

/** @returns the error with the sentence that a person can act on; an error that is not Excel's comes back as it is */
export function explained(error: unknown): unknown {
  const code = excelCode(error);
  return code === undefined ? error : new KmcError(sentence(code, (error as Error).message));
}

function sentence(code: string, text: string): Message {
  const known = SENTENCES[code];
  return known === undefined ? message('excel.failed', { code, text }) : message(known);
}
