/** Copies of the open document, handed over in slices, one copy at a time as in Excel. */
export class OfficeFiles {
  /** Copies that were opened, and those that are open now. */
  opened = 0;
  private readonly copies = new Map<number, { readonly bytes: Uint8Array; readonly sliceSize: number }>();

  constructor(private readonly bytes: () => Uint8Array) {}

  get open(): number {
    return this.copies.size;
  }

  /** @returns handle and size of a new copy; `null` where one is open already */
  take(sliceSize: number): { readonly handle: number; readonly size: number } | null {
    if (this.open > 0) return null;
    const handle = ++this.opened;
    const bytes = this.bytes();
    this.copies.set(handle, { bytes, sliceSize });
    return { handle, size: bytes.length };
  }

  slice(handle: number, index: number): Uint8Array {
    const { bytes, sliceSize } = this.copies.get(handle)!;
    return bytes.slice(index * sliceSize, (index + 1) * sliceSize);
  }

  close(handle: number): void {
    this.copies.delete(handle);
  }
}
