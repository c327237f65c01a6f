import type { ExcelSheet } from './excelSheet';

/** What a cell looks like, as far as a plan says it; `null` where nothing was said. */
export interface CellLook {
  readonly size: unknown;
  readonly bold: unknown;
  readonly ink: unknown;
  readonly ground: unknown;
  readonly wrap: unknown;
  readonly typeface: unknown;
}

const SAID: Readonly<Record<keyof CellLook, string>> = {
  size: 'format.font.size',
  bold: 'format.font.bold',
  ink: 'format.font.color',
  ground: 'format.fill.color',
  wrap: 'format.wrapText',
  typeface: 'format.font.name',
};

const A1 = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/;
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** What was said of a sheet's cells with blocks spread over their cells; the last word stands. */
export class CreatedLooks {
  private readonly byCell = new Map<string, unknown>();

  constructor({ said }: ExcelSheet) {
    for (const [key, value] of said) {
      const [block = '', ...path] = key.split(' ');
      const place = A1.exec(block);
      if (place && Object.values(SAID).includes(path.join(' '))) this.spread(place, path.join(' '), value);
    }
  }

  at(row: number, column: number): CellLook {
    const of = (part: keyof CellLook) => this.byCell.get(`${row},${column} ${SAID[part]}`) ?? null;
    return {
      size: of('size'),
      bold: of('bold'),
      ink: of('ink'),
      ground: of('ground'),
      wrap: of('wrap'),
      typeface: of('typeface'),
    };
  }

  private spread([, left, top, right = left, bottom = top]: RegExpExecArray, path: string, value: unknown): void {
    for (let row = Number(top) - 1; row < Number(bottom); row++) {
      for (let column = columnOf(left!); column <= columnOf(right!); column++) {
        this.byCell.set(`${row},${column} ${path}`, value);
      }
    }
  }
}

/** What was said under a path, by the address of the cells it was said of. */
export function saidOf({ said }: ExcelSheet, path: string): Record<string, unknown> {
  const found = [...said].filter(([key]) => key.endsWith(` ${path}`));
  return Object.fromEntries(found.map(([key, value]) => [key.split(' ')[0]!, value]));
}
