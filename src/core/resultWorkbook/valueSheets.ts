import type { InventoryLine, RowRef } from '../case/types';
import type { ModelInput } from '../calculation/model';
import { wordOf, type ReportContext } from '../report/context';
import type { SheetPlan } from '../template/plan';
import type { TableName } from '../template/types';
import { landscape, SheetWriter, type Content, type Live } from './sheet';

/** The inputs of the calculation as the applicant states them, and where each of them stands in the result workbook. */
export interface ValueSheets {
  readonly plans: readonly SheetPlan[];
  /** @returns the cell that holds an input's value, `null` for a value that stands in none of these sheets */
  addressOf(input: ModelInput): string | null;
}

interface Column<Row> {
  readonly key: string;
  readonly width: number;
  readonly of: (row: Row) => Content;
}

const HEAD = 2;

/** Remembers which cell holds which column of which row of the applicant's workbook. */
class Places {
  private readonly known = new Map<string, string>();
  private readonly key = ({ table, sheet, row }: RowRef, column: string) => `${table} ${column} ${row} ${sheet}`;

  set(ref: RowRef, column: string, address: string): void {
    this.known.set(this.key(ref, column), address);
  }

  get(ref: RowRef, column: string): string | null {
    return this.known.get(this.key(ref, column)) ?? null;
  }
}

/** One sheet for each table the certified numbers read: values, and formulas only where a number follows from its neighbours. */
export function valueSheets(context: ReportContext): ValueSheets {
  const places = new Places();
  const { outcome } = context;
  const plans = [
    inventorySheet(context, places, 'KmcBaseline', 'baseline'),
    inventorySheet(context, places, 'KmcProduct', 'product'),
    ...(outcome.case.sideEffects.lines.length > 0
      ? [inventorySheet(context, places, 'KmcSideEffects', 'sideEffects')]
      : []),
    factorSheet(context, places),
    salesSheet(context, places),
    contributionSheet(context, places),
  ];
  return { plans, addressOf: (input) => placeOf(places, input) };
}

const COLUMN: Readonly<Record<ModelInput['kind'], string | null>> = {
  amount: 'amount',
  factor: 'factor',
  units: 'netUnits',
  rate: 'share',
  parameter: null,
  rebound: null,
};

/** A factor over the years is a mean of its path, so it stands in no single cell. */
function placeOf(places: Places, { kind, ref }: ModelInput): string | null {
  const column = kind === 'factor' && ref?.table === 'KmcFactors' ? 'value' : COLUMN[kind];
  return column === null || ref === null ? null : places.get(ref, column);
}

function sheetOf<Row extends { readonly ref: RowRef }>(
  { say, own }: ReportContext,
  places: Places,
  table: TableName,
  sheet: string,
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  more: (
    row: Row,
    at: (key: string) => string,
  ) => readonly { readonly key: string; readonly content: Live | null }[] = () => [],
): SheetPlan {
  const extra = rows.length === 0 ? [] : more(rows[0]!, () => '');
  const widths = [...columns.map(({ width }) => width), ...extra.map(() => 16)];
  const writer = new SheetWriter(`result-${sheet}`, say(`template.sheets.${sheet}`), widths, landscape(HEAD));
  writer.title(`${say(`template.sheets.${sheet}`)}  ${own('workbook.values')}`, 'subtitle');
  const headers = [...columns.map(({ key }) => key), ...extra.map(({ key }) => key)];
  writer.line(
    headers.map((key) => say(`template.columns.${table}.${key}`)),
    'header',
  );
  for (const row of rows) {
    const here = new Map<string, string>();
    columns.forEach(({ key, of }, index) => {
      const address = writer.put(index, of(row));
      here.set(key, address);
      places.set(row.ref, key, address);
    });
    more(row, (key) => here.get(key) ?? '').forEach(({ key, content }, index) =>
      places.set(row.ref, key, writer.put(columns.length + index, content)),
    );
    writer.next();
  }
  return writer.plan(HEAD);
}

function inventorySheet(
  context: ReportContext,
  places: Places,
  table: TableName,
  side: 'baseline' | 'product' | 'sideEffects',
): SheetPlan {
  const columns: Column<InventoryLine>[] = [
    { key: 'id', width: 12, of: ({ ref }) => ref.id },
    { key: 'variant', width: 14, of: ({ variant }) => variant },
    { key: 'segment', width: 10, of: ({ segment }) => segment },
    { key: 'stage', width: 14, of: ({ stage }) => stage && wordOf(context, 'stage', stage) },
    { key: 'process', width: 30, of: ({ process }) => process },
    { key: 'flow', width: 14, of: ({ flow }) => flow && wordOf(context, 'flow', flow) },
    {
      key: 'inCity',
      width: 10,
      of: ({ inCity }) => (inCity === 'unknown' ? wordOf(context, 'place', inCity) : inCity),
    },
    { key: 'amount', width: 14, of: ({ amount }) => amount },
    { key: 'unit', width: 12, of: ({ unit }) => unit },
    { key: 'per', width: 18, of: ({ per }) => per && wordOf(context, 'per', per) },
    { key: 'factorId', width: 26, of: ({ factorId }) => factorId },
    { key: 'factor', width: 14, of: ({ factor }) => factor },
    { key: 'factorUnit', width: 18, of: ({ factorUnit }) => factorUnit },
    { key: 'evidence', width: 12, of: ({ evidence }) => evidence },
  ];
  return sheetOf(context, places, table, side, context.outcome.case[side].lines, columns);
}

function factorSheet(context: ReportContext, places: Places): SheetPlan {
  const attribute = (key: string, width: number): Column<(typeof factors)[number]> => ({
    key,
    width,
    of: ({ attributes }) => attributes[key] ?? null,
  });
  const { factors } = context.outcome.case;
  return sheetOf(context, places, 'KmcFactors', 'factors', factors, [
    { key: 'id', width: 28, of: ({ ref }) => ref.id },
    attribute('nameJa', 26),
    attribute('nameEn', 26),
    { key: 'value', width: 14, of: ({ value }) => value },
    { key: 'unit', width: 18, of: ({ unit }) => unit },
    attribute('region', 8),
    attribute('source', 40),
    attribute('version', 26),
    attribute('licence', 24),
  ]);
}

/** Net units are the units less what came back. */
function salesSheet(context: ReportContext, places: Places): SheetPlan {
  const { sales } = context.outcome.case;
  return sheetOf(
    context,
    places,
    'KmcSales',
    'sales',
    sales,
    [
      { key: 'id', width: 12, of: ({ ref }) => ref.id },
      { key: 'segment', width: 10, of: ({ segment }) => segment },
      { key: 'period', width: 10, of: ({ period }) => (period === null ? null : String(period)) },
      { key: 'place', width: 24, of: ({ place }) => place },
      { key: 'inCity', width: 10, of: ({ inCity }) => inCity && wordOf(context, 'place', inCity) },
      { key: 'status', width: 12, of: ({ status }) => status && wordOf(context, 'salesStatus', status) },
      { key: 'units', width: 14, of: ({ units }) => units },
      { key: 'returns', width: 12, of: ({ returns }) => returns },
      { key: 'unit', width: 10, of: ({ unit }) => unit },
      { key: 'evidence', width: 12, of: ({ evidence }) => evidence },
    ],
    ({ units, returns }, at) => [
      {
        key: 'netUnits',
        content:
          units &&
          (returns
            ? { formula: `${at('units')}-${at('returns')}`, value: units.minus(returns) }
            : { formula: at('units'), value: units }),
      },
    ],
  );
}

function contributionSheet(context: ReportContext, places: Places): SheetPlan {
  const { contribution } = context.outcome.case;
  return sheetOf(context, places, 'KmcContribution', 'contribution', contribution, [
    { key: 'id', width: 12, of: ({ ref }) => ref.id },
    { key: 'partner', width: 28, of: ({ partner }) => partner },
    { key: 'role', width: 24, of: ({ role }) => role },
    { key: 'inCity', width: 10, of: ({ inCity }) => inCity && wordOf(context, 'place', inCity) },
    { key: 'method', width: 20, of: ({ method }) => method && wordOf(context, 'contributionMethod', method) },
    { key: 'numerator', width: 14, of: ({ numerator }) => numerator },
    { key: 'denominator', width: 14, of: ({ denominator }) => denominator },
    { key: 'unit', width: 10, of: ({ unit }) => unit },
    { key: 'share', width: 14, of: ({ share }) => share },
    { key: 'evidence', width: 12, of: ({ evidence }) => evidence },
  ]);
}
