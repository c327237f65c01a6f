/// <reference types="office-js" />
import { KmcError, message, type Message } from '../../core/message';
import { openBytes } from './openBytes';

/** Kinds of files as the browser that shares them wants to hear of them. */
const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
  pdf: 'application/pdf',
  html: 'text/html',
  json: 'application/json',
};
const UNKNOWN = 'application/octet-stream';
/** Milliseconds after which a download surely has its own copy. */
const COPIED = 10_000;

const endingOf = (name: string): string => /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * Hands a file to the user by the way that works in this Excel: the browser's downloads on Windows and on the web. Excel for Mac ignores
 * downloads without a word, so there a workbook is opened beside this one, and another file is shared where the system offers that.
 * @returns what to tell the user; of a download nobody tells whether it arrived, and the sentence says what to do then
 * @throws KmcError where this Excel has no way
 */
export async function saveFile(bytes: Uint8Array, name: string): Promise<Message> {
  if (takesDownloads()) return downloaded(bytes, name);
  if (endingOf(name) !== 'xlsx') return shared(bytes, name);
  await openBytes(bytes);
  return message('excel.saved.opened', { name });
}

function takesDownloads(): boolean {
  const { platform } = Office.context;
  return platform === Office.PlatformType.PC || platform === Office.PlatformType.OfficeOnline;
}

/** A kind that no browser shows by itself, so that it does not take the pane's place. */
function downloaded(bytes: Uint8Array, name: string): Message {
  const address = URL.createObjectURL(new Blob([bytes as BlobPart], { type: UNKNOWN }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), COPIED);
  return message('excel.saved.downloaded', { name });
}

async function shared(bytes: Uint8Array, name: string): Promise<Message> {
  const files = [new File([bytes as BlobPart], name, { type: TYPES[endingOf(name)] ?? UNKNOWN })];
  if (!canShare(files)) throw new KmcError(message('excel.not-saved', { name }));
  try {
    await navigator.share({ files });
  } catch (error) {
    const isCancelled = error instanceof DOMException && error.name === 'AbortError';
    if (isCancelled) return message('excel.saved.cancelled', { name });
    throw new KmcError(message('excel.not-saved', { name }));
  }
  return message('excel.saved.shared', { name });
}

const canShare = (files: File[]): boolean =>
  typeof navigator.canShare === 'function' && typeof navigator.share === 'function' && navigator.canShare({ files });
