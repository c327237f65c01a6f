import { message, type Message } from '../../message';
import { doubleOf, type Decimal } from '../../quantity/decimal';
import { cellAt, DATA_PAGE } from '../../template/cells';
import type { SheetPlan, WorkbookPlan } from '../../template/plan';
import type { Language } from '../../template/types';
import type { Basis } from './entry';
import { shareOf, type Targets } from './targets';
import { countOf, onTrust, STANDINGS, type Portfolio, type PortfolioSum } from './portfolio';

type Say = (text: string | Message) => string;
type Cell = number | string | null;

/** Headers, rows, and how wide the columns are. */
interface Table {
  readonly key: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly widths: readonly number[];
}

/**
 * A portfolio as a workbook: plain values, every text as text, whatever a package holds.
 * @param say texts of `package.portfolio`
 */
export function portfolioTable(portfolio: Portfolio, targets: Targets, language: Language, say: Say): WorkbookPlan {
  const text = (key: string) => say(`package.portfolio.${key}`);
  const tables = [
    totalsTable(portfolio, targets, say),
    sumTable('companies', portfolio.companies, say),
    sumTable('products', portfolio.products, say),
    sumTable('stages', portfolio.stages, say, (of) => text(`stage.${of}`)),
    packagesTable(portfolio, say),
    coverageTable(portfolio, say),
  ];
  return { language, title: text('title'), sheets: tables.map((table) => sheetOf(table, say)), names: [] };
}

const number = (value: Decimal | null): Cell => value && doubleOf(value);

const basisCells = ({ timeSense, accounting, attribution }: Basis, say: Say): readonly Cell[] => [
  timeSense === null ? null : say(`choices.timeSense.${timeSense}`),
  say(`choices.accounting.${accounting}`),
  say(`choices.attribution.${attribution}`),
];
const BASIS = ['timeSense', 'accounting', 'attribution'];
const BASIS_WIDTHS = [18, 18, 22];

function totalsTable({ totals }: Portfolio, targets: Targets, say: Say): Table {
  const rows = totals.map(({ year, basis, packages, avoided }) => {
    const target = targets.get(year);
    const share = number(shareOf(avoided, target));
    return [year, ...basisCells(basis, say), packages, number(avoided), number(target ?? null), share];
  });
  const without = [...targets].filter(([year]) => totals.every((one) => one.year !== year));
  return {
    key: 'totals',
    headers: ['year', ...BASIS, 'packages', 'avoided', 'target', 'share'],
    rows: [...rows, ...without.map(([year, target]) => [year, null, null, null, 0, null, number(target), null])],
    widths: [12, ...BASIS_WIDTHS, 12, 18, 18, 12],
  };
}

function sumTable(
  key: string,
  sums: readonly PortfolioSum[],
  say: Say,
  name: (of: string) => string = (of) => of,
): Table {
  return {
    key,
    headers: ['year', ...BASIS, key, 'packages', 'avoided'],
    rows: sums.map(({ year, basis, of, packages, avoided }) => [
      year,
      ...basisCells(basis, say),
      name(of ?? ''),
      packages,
      number(avoided),
    ]),
    widths: [12, ...BASIS_WIDTHS, 40, 12, 18],
  };
}

function packagesTable({ entries }: Portfolio, say: Say): Table {
  return {
    key: 'files',
    headers: [
      'file',
      'standing',
      'reason',
      'company',
      'product',
      'model',
      'year',
      ...BASIS,
      'avoided',
      'markets',
      'id',
    ],
    rows: entries.map((entry) => [
      entry.file,
      say(`package.portfolio.standing.${entry.standing}`),
      reasonOf(entry.problem, entry.instead, say),
      entry.company,
      entry.product,
      entry.model,
      entry.fiscalYear,
      ...(entry.basis ? basisCells(entry.basis, say) : [null, null, null]),
      number(entry.avoided),
      entry.markets?.join(', ') ?? null,
      entry.id,
    ]),
    widths: [36, 16, 44, 28, 32, 18, 12, ...BASIS_WIDTHS, 18, 28, 66],
  };
}

function reasonOf(problem: Message | null, instead: string | null, say: Say): Cell {
  if (problem) return say(problem);
  return instead === null ? null : say(message('package.portfolio.instead', { file: instead }));
}

/** How much of what was handed over the sums hold. */
function coverageTable(portfolio: Portfolio, say: Say): Table {
  const { entries, shared } = portfolio;
  const trusted = onTrust(portfolio);
  const negative = entries.filter(({ standing, avoided }) => standing === 'counted' && avoided?.isNegative());
  return {
    key: 'coverage',
    headers: ['what', 'packages', 'note'],
    rows: [
      [say('package.portfolio.all'), entries.length, null],
      ...STANDINGS.map((standing) => [say(`package.portfolio.standing.${standing}`), countOf(entries, standing), null]),
      [say('package.portfolio.negative'), negative.length, negative.map(({ file }) => file).join(', ') || null],
      [say('package.portfolio.on-trust'), trusted.length, trusted.map(({ file }) => file).join(', ') || null],
      ...shared.map(({ product, year, by, files }): readonly Cell[] => [
        say(message(`package.portfolio.shared.${by}`, { product, year })),
        files.length,
        files.join(', '),
      ]),
    ],
    widths: [44, 12, 80],
  };
}

/** Excel's longest cell. */
const LONGEST_TEXT = 32_767;
const fitting = (cell: Cell): Cell => (typeof cell === 'string' ? cell.slice(0, LONGEST_TEXT) : cell);

function sheetOf({ key, headers, rows, widths }: Table, say: Say): SheetPlan {
  const head = headers.map((header, column) => cellAt(0, column, say(`package.portfolio.headers.${header}`), 'header'));
  const body = rows.flatMap((row, index) =>
    row.map((cell, column) => ({
      ...cellAt(index + 1, column, fitting(cell), 'plain' as const),
      numberFormat: headers[column] === 'share' ? '0.0%' : null,
    })),
  );
  return {
    key,
    name: say(`package.portfolio.sheets.${key}`),
    cells: [...head, ...body],
    tables: [],
    validations: [],
    columnWidths: widths,
    merges: [],
    freeze: { rows: 1, columns: 0 },
    page: DATA_PAGE,
    tabColour: null,
  };
}
