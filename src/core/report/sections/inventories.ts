import type { InventoryLine } from '../../case/types';
import { STAGES, type Stage } from '../../case/vocabulary';
import { Decimal, sum } from '../../quantity/decimal';
import { unrounded } from '../../../locales/numbers';
import { step } from '../steps';
import { NOTHING, orNothing, quantity, wordOf, type ReportContext } from '../context';
import {
  body,
  group,
  heading,
  text,
  total,
  type Block,
  type Section,
  type TableColumn,
  type TableRow,
} from '../document';

type SideKey = 'baseline' | 'product' | 'sideEffects';

const TABLE: Readonly<Record<SideKey, 'KmcBaseline' | 'KmcProduct' | 'KmcSideEffects'>> = {
  baseline: 'KmcBaseline',
  product: 'KmcProduct',
  sideEffects: 'KmcSideEffects',
};

/** Every line of both sides with its emission per functional unit, by stage. */
export function inventories(context: ReportContext): Section {
  const sides = (['baseline', 'product', 'sideEffects'] as const).filter(
    (side) => side !== 'sideEffects' || context.outcome.case.sideEffects.lines.length > 0,
  );
  return {
    id: 'inventories',
    title: context.own('inventories.title'),
    blocks: [text(context.own('inventories.reading'), 'note'), ...sides.flatMap((side) => sideBlocks(context, side))],
  };
}

function sideBlocks(context: ReportContext, side: SideKey): readonly Block[] {
  const { own, say, outcome } = context;
  const title = heading(say(`template.sheets.${side}`));
  const lines = outcome.case[side].lines;
  if (lines.length === 0) return [title, text(own('inventories.none'), 'warning')];
  const emissions = emissionsOf(context, side);
  return [
    title,
    { kind: 'table', caption: null, columns: columnsOf(context, side), rows: rowsOf(context, lines, emissions) },
  ];
}

/** kg-CO2e per functional unit over all segments, by the row the line stands in. */
function emissionsOf({ outcome }: ReportContext, side: SideKey): ReadonlyMap<string, Decimal> {
  const wanted = side === 'sideEffects' ? 'side-effect' : side;
  const found = new Map<string, Decimal>();
  for (const { ref, side: of, emission } of outcome.assessment.lines) {
    if (of !== wanted) continue;
    const key = rowKey(ref);
    found.set(key, (found.get(key) ?? new Decimal(0)).plus(emission.allStages));
  }
  return found;
}

const rowKey = ({ sheet, row }: InventoryLine['ref']): string => `${row} ${sheet}`;

function rowsOf(
  context: ReportContext,
  lines: readonly InventoryLine[],
  emissions: ReadonlyMap<string, Decimal>,
): TableRow[] {
  const ofStage = (stage: Stage | null) => lines.filter((line) => line.stage === stage);
  const rows = [...STAGES, null].flatMap((stage) => {
    const inside = ofStage(stage);
    if (inside.length === 0) return [];
    const name = stage === null ? context.own('inventories.noStage') : wordOf(context, 'stage', stage);
    return [group(name), ...inside.map((line) => lineRow(context, line, emissions.get(rowKey(line.ref))))];
  });
  const known = [...emissions.values()];
  return known.length === 0 ? rows : [...rows, total([context.own('total'), '', '', '', '', '', step(sum(known))])];
}

function lineRow(context: ReportContext, line: InventoryLine, emission: Decimal | undefined): TableRow {
  const { ref, variant, segment, process, amount, unit, per, evidence, year, region } = line;
  const limits = [variant, segment].filter((part) => part !== null).join(' / ');
  return body([
    ref.id,
    `${orNothing(process)}${limits === '' ? '' : `\n(${limits})`}${flowText(context, line)}`,
    `${quantity(amount, unit)}\n${wordOf(context, 'per', per)}`,
    factorText(line),
    cityText(context, line),
    [evidence, year, region].filter((part) => part !== null).join(' / ') || NOTHING,
    emission ? step(emission) : NOTHING,
  ]);
}

const flowText = (context: ReportContext, { flow }: InventoryLine): string =>
  flow === null || flow === 'input' ? '' : `\n[${wordOf(context, 'flow', flow)}]`;

const factorText = ({ factorId, factor, factorUnit }: InventoryLine): string =>
  [factorId, quantity(factor, factorUnit)].filter((part) => part !== null).join('\n');

const cityText = (context: ReportContext, { inCity }: InventoryLine): string => {
  if (inCity === null) return NOTHING;
  return inCity === 'unknown' ? wordOf(context, 'place', 'unknown') : unrounded(inCity);
};

function columnsOf({ own, say }: ReportContext, side: SideKey): TableColumn[] {
  const header = (key: string) => say(`template.columns.${TABLE[side]}.${key}`);
  const left = (name: string, width: number): TableColumn => ({ header: name, align: 'left', width });
  const right = (name: string, width: number): TableColumn => ({ header: name, align: 'right', width });
  return [
    left(header('id'), 9),
    left(header('process'), 24),
    right(header('amount'), 15),
    right(header('factor'), 20),
    right(header('inCity'), 10),
    left(own('inventories.evidence'), 12),
    right(own('inventories.emission'), 13),
  ];
}
