/// <reference types="office-js" />
import { explained } from './failure';

/** Bytes whose characters are made in one go: more are too many arguments for a call. */
const AT_ONCE = 0x8000;

/**
 * Opens an .xlsx as a new workbook in a window of its own. It has no name until the user saves it.
 * @throws KmcError where Excel refuses
 */
export async function openBytes(bytes: Uint8Array): Promise<void> {
  try {
    await Excel.createWorkbook(base64Of(bytes));
  } catch (error) {
    throw explained(error);
  }
}

/** @returns the bytes as base64 (RFC 4648, section 4) */
export function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  }
  return btoa(text);
}
