import { parseRange } from '../../../src/core/workbook/a1';
import type { ExcelRange } from './excelRange';
import type { ExcelSheet } from './excelSheet';
import { invalidArgument, notFound } from './hostError';

/** `Excel.Note`, and of a thread of comments (`Excel.Comment`) what they have in common. */
export class ExcelNote {
  static readonly scalars = ['id', 'content'];

  constructor(
    readonly id: string,
    readonly location: ExcelRange,
    public content: string,
    private readonly remove: (note: ExcelNote) => void,
  ) {}

  get identity(): object {
    return { Id: this.id };
  }

  getLocation(): ExcelRange {
    return this.location;
  }

  delete(): void {
    this.remove(this);
  }
}

/** `Excel.NoteCollection` of a sheet or, without one, of the workbook. */
export class ExcelNotes {
  static readonly scalars: readonly string[] = [];

  constructor(
    private readonly list: ExcelNote[],
    private readonly sheet: ExcelSheet | null = null,
  ) {}

  get items(): readonly ExcelNote[] {
    return this.list.filter(({ location }) => this.sheet === null || location.worksheet === this.sheet);
  }

  getItem(key: string): ExcelNote {
    const item = this.items.find(({ id, location }) => key === id || key === location.localAddress);
    if (!item) throw notFound(key);
    return item;
  }

  add(address: string, content: string): ExcelNote {
    const place = parseRange(address);
    if (!this.sheet || !place) throw new Error('only notes of a sheet by their address are played');
    if (this.items.some(({ location }) => location.localAddress === address)) throw invalidArgument('A note is there.');
    const number = Math.max(0, ...this.list.map(({ id }) => Number(id))) + 1;
    const note = new ExcelNote(String(number), this.sheet.getCell(place.top, place.left), content, (gone) =>
      this.list.splice(this.list.indexOf(gone), 1),
    );
    this.list.push(note);
    return note;
  }
}
