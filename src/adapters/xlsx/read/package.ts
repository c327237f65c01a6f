import { requireZip } from './recognise';
import { refuse } from './refuse';
import { unpack } from './unpack';
import { readZipDirectory, type ZipEntry } from './zipDirectory';

/** The parts of an Office file. Names are told apart without letter case, as the format asks. */
export class OfficePackage {
  private readonly entries: ReadonlyMap<string, ZipEntry>;

  /** @throws KmcError when the bytes are no zip, or one that is damaged or beyond the limits */
  constructor(private readonly bytes: Uint8Array) {
    requireZip(bytes);
    this.entries = new Map(readZipDirectory(bytes).map((entry) => [entry.name.toLowerCase(), entry]));
  }

  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  names(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  /** Unpacked size in bytes as the directory states it, 0 for a part that is not there. */
  size(name: string): number {
    return this.entries.get(name.toLowerCase())?.size ?? 0;
  }

  /** @throws KmcError when the part is missing or damaged */
  read(name: string): Generator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    return entry ? unpack(this.bytes, entry) : refuse('missingPart', { part: name });
  }
}
