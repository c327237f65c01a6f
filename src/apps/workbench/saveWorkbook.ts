import { applyEdits } from '../../adapters/xlsx/write/applyEdits';
import { message, type Message } from '../../core/message';
import type { OpenWorkbook } from './openWorkbook';

export interface SavedWorkbook {
  readonly bytes: Uint8Array;
  readonly message: Message;
}

export async function saveWorkbook({ name, bytes }: OpenWorkbook): Promise<SavedWorkbook> {
  return { bytes: applyEdits(bytes, []), message: message('workbench.save.done', { name }) };
}
