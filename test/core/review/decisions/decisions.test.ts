import type { BasisChange } from '../../../../src/core/review/decisions/basis';
import type { CellValue } from '../../../../src/core/workbook/cell';
import { SheetBuilder } from '../../../../src/core/workbook/sheetColumns';
import { withEdits } from '../../../../src/core/workbook/withEdits';
import {
  changed,
  decided,
  decidedAll,
  insertedRows,
  renamedSheet,
  reviewedWorkbook,
  sampleBytes,
  snapshotOf,
  standingOf,
  swappedRows,
  WITHOUT_FORMULAS,
  type ReviewedWorkbook,
} from '../../../support/reviewedSample';

let radar: ReviewedWorkbook;
/** What is said of the status of a sales row that is not realized, in the sample as shipped. */
let SALE: string;
beforeAll(async () => {
  radar = reviewedWorkbook(await snapshotOf(sampleBytes('radar')), WITHOUT_FORMULAS);
  SALE = radar.review.findings.find(({ subject }) => subject.table === 'KmcSales' && subject.rowId === 'S3')!.id;
});

/** The precedents of `KmcProduct|P1|emission`, worked out by hand from the template: amount × unit ratio × factor of x.aluminium. */
const EMISSION = 'formula.template-formula|KmcProduct|P1|emission|';

/** P1's emission typed over by a number: a finding on a formula cell's place. */
function typedOver(): ReviewedWorkbook {
  return changed(reviewedWorkbook(radar.snapshot), { 'KmcProduct|P1|emission': 2700 });
}

const placesIn = (changes: readonly BasisChange[]) =>
  changes.flatMap(({ place }) => (place ? [`${place.table}|${place.rowId}|${place.column}`] : []));

const FREE = 'Free';

/** A sheet of the user's own: quantities, prices and their products, one of which is typed over. */
function withFreeFormulas({ snapshot }: ReviewedWorkbook): ReviewedWorkbook {
  const builder = new SheetBuilder(FREE);
  for (let row = 0; row < 8; row++) {
    builder.add(row, 0, row + 2, null);
    builder.add(row, 1, row * 3 + 1, null);
    const product = (row + 2) * (row * 3 + 1);
    builder.add(row, 2, row === 4 ? product + 50 : product, row === 4 ? null : `A${row + 1}*B${row + 1}`);
  }
  return reviewedWorkbook({ ...snapshot, sheets: [...snapshot.sheets, builder.build()] });
}

describe('a decision on a finding', () => {
  it('stands while nothing it rests on changes, and travels in the workbook', () => {
    const after = decided(radar, { on: SALE, state: 'accepted' });
    expect(after.review.decisions).toEqual([
      expect.objectContaining({
        on: SALE,
        status: 'stands',
        changes: [],
        entry: expect.objectContaining({ state: 'accepted' }),
      }),
    ]);
  });

  it('reopens when its own cell changes, and says from what to what', () => {
    const after = decided(radar, { on: SALE, state: 'accepted' });
    const standing = standingOf(changed(after, { 'KmcSales|S3|status': '計画' }), SALE);
    expect([standing?.status, standing?.changes]).toEqual([
      'reopened',
      [
        {
          kind: 'changed',
          place: { table: 'KmcSales', rowId: 'S3', column: 'status' },
          cell: radar.places.cellOf({ table: 'KmcSales', rowId: 'S3', column: 'status' }),
          from: '潜在',
          to: '計画',
        },
      ],
    ]);
  });

  it.each(['KmcSales|S1|units', 'KmcFactors|x.aluminium|value', 'KmcCase|contact|value'])(
    'does not reopen for %s',
    (other) => {
      const after = decided(radar, { on: SALE, state: 'accepted' });
      expect(standingOf(changed(after, { [other]: 12345 }), SALE)?.status).toBe('stands');
    },
  );

  it('is gone with its finding, and back with it', () => {
    const after = decided(typedOver(), { on: EMISSION, state: 'needs-change' });
    const mended = withEdits(after.snapshot, [formulaOf('KmcProduct|P1|emission')]);
    expect(standingOf(reviewedWorkbook(mended), EMISSION)?.status).toBe('gone');
    expect(standingOf(changed(reviewedWorkbook(mended), { 'KmcProduct|P1|emission': 2700 }), EMISSION)?.status).toBe(
      'stands',
    );
  });

  const formulaOf = (where: string) => {
    const [table, rowId, column] = where.split('|');
    const cell = radar.places.cellOf({ table: table!, rowId: rowId!, column: column! })!;
    const sheet = radar.snapshot.sheets.find(({ name }) => name === cell.sheet)!;
    return {
      kind: 'set-formula' as const,
      cell,
      formula: sheet.formula(cell.row, cell.column)!,
      value: sheet.value(cell.row, cell.column),
    };
  };
});

describe('a decision on a criterion', () => {
  it.each<[string, string, CellValue, boolean]>([
    ['A2', 'KmcProduct|P1|amount', 301, true],
    ['A2', 'KmcFactors|x.aluminium|value', 9.5, true],
    ['A2', 'KmcContribution|C1|share', 0.4, false],
    ['A2', 'KmcCase|uniqueness|value', 'x', false],
    ['A3', 'KmcCase|uniqueness|value', 'x', true],
    ['A3', 'KmcProduct|P1|amount', 301, false],
    ['B2', 'KmcContribution|C1|role', 'x', true],
    ['B2', 'KmcSales|S1|units', 5, false],
    ['B3', 'KmcSales|S1|units', 5, true],
    ['B3', 'KmcContribution|C1|role', 'x', false],
  ])('%s, when %s becomes %s: reopens %s', (criterion, where, value, reopens) => {
    const after = decided(radar, { on: criterion, state: 'accepted' });
    expect(after.review.criteria.find((one) => one.criterion === criterion)?.decision?.status).toBe('stands');
    const standing = standingOf(changed(after, { [where]: value }), criterion);
    expect(standing?.status).toBe(reopens ? 'reopened' : 'stands');
    if (reopens) expect(placesIn(standing!.changes)).toEqual([where]);
  });

  it('reopens for a finding that was not there', () => {
    const after = decided(radar, { on: 'A2', state: 'accepted' });
    const standing = standingOf(changed(after, { 'KmcProduct|P1|unit': 'parsec?' }), 'A2');
    expect(standing?.changes.some(({ kind }) => kind === 'finding')).toBe(true);
  });
});

describe('decisions outlive', () => {
  const decideAll = (workbook: ReviewedWorkbook) =>
    decidedAll(
      workbook,
      ['A1', 'A2', 'A3', 'B1', 'B2', 'B3', 'G', SALE].map((on) => ({ on, state: 'accepted' })),
    );
  const statuses = ({ review }: ReviewedWorkbook) =>
    review.decisions.map(({ on, status, changes }) => [on, status, changes]);

  it.each<[string, (workbook: ReviewedWorkbook) => ReviewedWorkbook]>([
    ['two lines that change places', (workbook) => swappedRows(workbook, 'KmcProduct', 'P1', 'P2')],
    [
      'two factors that change places',
      (workbook) => swappedRows(workbook, 'KmcFactors', 'x.aluminium', 'jp.el.FY2024.national'),
    ],
    ['two sales rows that change places', (workbook) => swappedRows(workbook, 'KmcSales', 'S1', 'S3')],
    ['rows inserted above a table', (workbook) => insertedRows(workbook, 'KmcProduct', 3)],
    ['a renamed sheet', (workbook) => renamedSheet(workbook, 'KmcProduct', 'Product (final) 2')],
  ])('%s', (_, move) => {
    const after = move(decideAll(radar));
    expect(statuses(after)).toEqual(statuses(decideAll(radar)));
    expect(statuses(after).map(([, status]) => status)).toEqual(Array(8).fill('stands'));
  });

  it('a move of cells outside every table: the decision goes with the contents', () => {
    const free = withFreeFormulas(radar);
    const [finding] = free.review.findings.filter(({ subject }) => subject.place?.startsWith(FREE));
    const after = decided(free, { on: finding!.id, state: 'accepted' });
    const moved = renamedSheet(after, FREE, 'Elsewhere');
    const standing = moved.review.decisions[0]!;
    expect([standing.entry.on, standing.status]).toEqual([finding!.id, 'stands']);
    expect(standing.on).toContain('Elsewhere!');
  });
});
