/// <reference types="office-js" />
import { KmcError, message, type Message } from '../../core/message';

const SENTENCES: Readonly<Record<string, string>> = {
  AccessDenied: 'excel.protected',
  InvalidOperationInCellEditMode: 'excel.cell-edit',
  RequestPayloadSizeLimitExceeded: 'excel.too-large-to-write',
  ResponsePayloadSizeLimitExceeded: 'excel.too-large',
  RangeExceedsLimit: 'excel.too-large',
  OperationCellsExceedLimit: 'excel.too-large-to-write',
  MemoryLimitReached: 'excel.memory',
  Conflict: 'excel.conflict',
  InsertDeleteConflict: 'excel.conflict',
  RequestAborted: 'excel.conflict',
  MergedRangeConflict: 'excel.in-the-way',
  FilteredRangeConflict: 'excel.in-the-way',
  NonBlankCellOffSheet: 'excel.in-the-way',
  ActivityLimitReached: 'excel.busy',
  ServiceNotAvailable: 'excel.busy',
};

/** An Excel that is too old for a member, or a kind of sheet that has none. */
const LACKING: readonly string[] = [
  'ApiNotFound',
  'ApiNotAvailable',
  'NotImplemented',
  'UnsupportedFeature',
  'UnsupportedOperation',
  'UnsupportedSheet',
];

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
  if (known !== undefined) return message(known);
  return message(LACKING.includes(code) ? 'excel.unsupported' : 'excel.failed', { code, text });
}
