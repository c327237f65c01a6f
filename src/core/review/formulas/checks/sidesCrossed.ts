import { sideOf } from '../../../adoption/sides';
import { message } from '../../../message';
import { sheetRangeAddress } from '../../../workbook/a1';
import type { CellRef, RangeRef } from '../../../workbook/cell';
import type { WorkbookSnapshot } from '../../../workbook/snapshot';
import { keyOf } from '../../precedents/cellOrder';
import type { FormulaCell, ReviewedBook } from '../book';
import type { Check, Remark } from '../check';
import { visit } from '../expression';

type Side = 'KmcBaseline' | 'KmcProduct';

/** Larger ranges between the two sides are not looked through. */
const MOST_CELLS = 256;

/** A formula of the baseline that reads the product's cells, or the reverse: the two would no longer be independent. */
export const sidesCrossed: Check = {
  id: 'sides-crossed',
  severity: 'warning',
  certain: true,
  find: (book) => {
    const sides = new Sides(book);
    return book.sheets.flatMap((sheet) =>
      sheet.formulas.flatMap((formula): readonly Remark[] => {
        const { row, column } = formula;
        const own = sides.of({ sheet: sheet.snapshot.name, top: row, bottom: row, left: column, right: column });
        const read = own && sides.readAcross(formula, own);
        if (!read) return [];
        const key = own === 'KmcBaseline' ? 'baseline' : 'product';
        const text = message(`review.checks.sides-crossed.${key}`, { cells: sheetRangeAddress(read) });
        return [{ sheet, row, column, message: text }];
      }),
    );
  },
  examples: [
    {
      name: 'an amount of the baseline from the product sheet',
      cells: { A1: 5 },
      sheets: { Baseline: { A1: '=Product!A1', A2: 7 }, Product: { A1: 3 } },
      finds: ['A1'],
    },
    {
      name: 'the same through a sheet of its own',
      cells: { B3: '=Product!A1*2' },
      sheets: { Baseline: { A4: '=Data!B3' }, Product: { A1: 3 } },
      finds: ['A4'],
    },
    {
      name: 'a comparison of the two',
      cells: { A1: '=Baseline!A1-Product!A1' },
      sheets: { Baseline: { A1: 5 }, Product: { A1: 3, A2: '=Baseline!A1-A1' } },
      finds: [],
    },
    {
      name: 'each side from an input that both share',
      cells: { A1: 5 },
      sheets: { Baseline: { A1: '=Data!A1*2' }, Product: { A1: '=Data!A1*3' } },
      finds: [],
    },
  ],
};

class Sides {
  private readonly bySheet: ReadonlyMap<string, Side | null>;
  private readonly tables: readonly { readonly side: Side; readonly range: RangeRef }[];
  private readonly known = new Map<string, RangeRef | null>();

  constructor(private readonly book: ReviewedBook) {
    this.bySheet = new Map(book.snapshot.sheets.map(({ name }) => [name, sideOf(name)]));
    this.tables = sideTables(book.snapshot);
  }

  of(range: RangeRef): Side | null {
    const table = this.tables.find(({ range: of }) => isInside(range, of));
    return table?.side ?? this.bySheet.get(range.sheet) ?? null;
  }

  /** @returns what a formula of one side reads of the other; `null` where nothing, and where it compares the two */
  readAcross(formula: FormulaCell, own: Side): RangeRef | null {
    const { row, column, sheet } = formula;
    const ranges = this.book.graph.direct({ sheet: sheet.snapshot.name, row, column });
    const sides = ranges.map((range) => this.of(range));
    if (sides.includes(own) && compares(formula)) return null;
    return this.first(ranges, own === 'KmcBaseline' ? 'KmcProduct' : 'KmcBaseline', new Set());
  }

  private first(ranges: readonly RangeRef[], wanted: Side, met: Set<string>): RangeRef | null {
    for (const range of ranges) {
      const side = this.of(range);
      if (side === wanted) return range;
      const behind = side === null ? this.behind(range, wanted, met) : null;
      if (behind) return behind;
    }
    return null;
  }

  /** What cells of neither side read. */
  private behind(range: RangeRef, wanted: Side, met: Set<string>): RangeRef | null {
    for (const cell of fewCells(range)) {
      const key = `${wanted} ${keyOf(cell)}`;
      const known = this.known.get(key);
      if (known !== undefined) {
        if (known) return known;
        continue;
      }
      if (met.has(key)) continue;
      met.add(key);
      const found = this.first(this.book.graph.direct(cell), wanted, met);
      this.known.set(key, found);
      if (found) return found;
    }
    return null;
  }
}

const sideTables = ({ tables }: WorkbookSnapshot) =>
  tables.flatMap(({ name, range }) => {
    const side = (['KmcBaseline', 'KmcProduct'] as const).find((known) => known.toLowerCase() === name.toLowerCase());
    return side ? [{ side, range }] : [];
  });

const isInside = (inner: RangeRef, outer: RangeRef): boolean =>
  inner.sheet === outer.sheet &&
  inner.top >= outer.top &&
  inner.bottom <= outer.bottom &&
  inner.left >= outer.left &&
  inner.right <= outer.right;

function compares({ expression }: FormulaCell): boolean {
  let found = false;
  if (expression)
    visit(expression, (part) => (found ||= part.kind === 'binary' && /^(?:[-/<>=]|<=|>=|<>)$/.test(part.operator)));
  return found;
}

function fewCells({ sheet, top, left, bottom, right }: RangeRef): readonly CellRef[] {
  const [width, count] = [right - left + 1, (bottom - top + 1) * (right - left + 1)];
  if (count > MOST_CELLS) return [];
  return Array.from({ length: count }, (_, at) => ({
    sheet,
    row: top + Math.floor(at / width),
    column: left + (at % width),
  }));
}
