import { KmcError, message } from '../../../../core/message';
import { contentOf, type Entry, newEntry } from '../zip/entry';
import { joinEntries } from '../zip/join';
import { readEntries } from '../zip/read';

/** An .xlsx package being changed: entries nobody replaces are copied as they lie in the container. */
export class Package {
  private readonly entries: Map<string, Entry>;

  /** @throws KmcError when the bytes are no package */
  constructor(bytes: Uint8Array) {
    this.entries = new Map(readEntries(bytes).map((entry) => [entry.name, entry]));
  }

  has(path: string): boolean {
    return this.entries.has(path);
  }

  /** @throws KmcError when the part is missing, damaged, or no UTF-8 text */
  text(path: string): string {
    const entry = this.entries.get(path);
    if (!entry) throw new KmcError(message('xlsx.write.missingPart', { part: path }));
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(contentOf(entry));
    } catch (error) {
      throw error instanceof KmcError ? error : notXml(path);
    }
  }

  /** Keeps the part's place in the container. */
  write(path: string, text: string): void {
    this.entries.set(path, newEntry(path, new TextEncoder().encode(text)));
  }

  remove(path: string): void {
    this.entries.delete(path);
  }

  bytes(): Uint8Array {
    return joinEntries([...this.entries.values()]);
  }
}

export const notXml = (part: string): KmcError => new KmcError(message('xlsx.write.notXml', { part }));
