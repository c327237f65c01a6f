import type { SheetSnapshot } from '../../core/workbook/snapshot';
import type { UsedCells } from './sheetChunks';

interface KnownSheet {
  readonly sheet: SheetSnapshot;
  readonly used: UsedCells;
  /** The moment its reading began. */
  readonly since: number;
}

/** A sheet as it is now, as far as that is known without reading its cells. */
export interface SheetNow {
  readonly id: string;
  readonly used: UsedCells;
  readonly visibility: SheetSnapshot['visibility'];
}

/**
 * Sheets as they were read last, so that those of which nothing has been heard since are not read again. Moments are counted, not timed: a
 * change that is heard while a sheet is being read makes that reading old.
 */
export class SheetMemory {
  private readonly known = new Map<string, KnownSheet>();
  private readonly heard = new Map<string, number>();
  private forgotten = 0;
  private moment = 0;
  private listening = false;

  /** @param now whether every change is heard from now on; what was read while none was is not used */
  listen(now: boolean): void {
    this.listening = now;
    this.forgetAll();
  }

  /** @param id of the sheet that something was heard of; `undefined` where Excel does not name it */
  hear(id: string | undefined): void {
    if (id === undefined) this.forgetAll();
    else this.heard.set(id, ++this.moment);
  }

  forgetAll(): void {
    this.forgotten = ++this.moment;
    this.known.clear();
  }

  /** To be taken before a reading begins. */
  now(): number {
    return this.moment;
  }

  /** @returns the sheet where it is sure to be as it was read; `null` where its cells must be read */
  recall({ id, used, visibility }: SheetNow): SheetSnapshot | null {
    const last = this.known.get(id);
    if (!this.listening || !last || (this.heard.get(id) ?? 0) > last.since) return null;
    const isSame = JSON.stringify(used) === JSON.stringify(last.used) && visibility === last.sheet.visibility;
    return isSame ? last.sheet : null;
  }

  /** @param since the moment the reading of the sheet began */
  keep({ id, used }: SheetNow, sheet: SheetSnapshot, since: number): void {
    if (this.listening && since >= this.forgotten) this.known.set(id, { sheet, used, since });
  }
}
