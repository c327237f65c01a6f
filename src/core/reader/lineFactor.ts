import { cellOf } from '../case/cellOf';
import type { Factor, InventoryLine } from '../case/types';
import { sheetCellAddress } from '../workbook/a1';
import { sameUnit } from './sameUnit';
import type { TableRow } from './tableRow';

type LineFactor = Pick<InventoryLine, 'factorId' | 'factor' | 'factorUnit'>;

const LOOKED_UP = ['factor', 'factorUnit'] as const;
const NOTHING: LineFactor = { factorId: null, factor: null, factorUnit: null };

/**
 * A line's factor: its id, value and unit, which are looked up by the template's formulas or typed. Where the look-up fails for a fault in
 * the id or in the factor's own row, that fault alone is reported, not the formulas that show it.
 */
export function readLineFactor(row: TableRow, factors: ReadonlyMap<string, Factor>): LineFactor {
  const idState = row.state('factorId');
  if (idState === 'no-column') return { ...NOTHING, ...readValueAndUnit(row, null) };
  if (idState === 'blank' && LOOKED_UP.every((key) => holdsNothing(row, key))) {
    return row.refuse('factorId', 'block', 'factor-missing') ?? NOTHING;
  }
  if (idState === 'blank') {
    row.report('factorId', 'warn', 'factor-without-source');
    return { ...NOTHING, ...readValueAndUnit(row, null) };
  }
  const factorId = row.text('factorId');
  const listed = factorId === null ? undefined : factors.get(factorId);
  const read = { factorId, ...readValueAndUnit(row, listed ?? null, true) };
  return listed ? agreeing(row, read, listed) : read;
}

/** Without an id the template's formula gives an empty text; not calculated yet, it would. */
function holdsNothing(row: TableRow, key: string): boolean {
  const state = row.state(key);
  return state === 'blank' || state === 'no-column' || (state === 'uncalculated' && row.hasFormula(key));
}

function readValueAndUnit(
  row: TableRow,
  listed: Factor | null,
  byId = false,
): Pick<LineFactor, 'factor' | 'factorUnit'> {
  return {
    factor: byId && showsFaultOf(row, 'factor', listed?.value ?? null) ? null : row.number('factor'),
    factorUnit: byId && showsFaultOf(row, 'factorUnit', listed?.unit ?? null) ? null : row.text('factorUnit'),
  };
}

/** A look-up by an id that finds nothing sound: whatever it shows, the fault was reported where it arose. */
function showsFaultOf(row: TableRow, key: string, listed: unknown): boolean {
  return listed === null && row.state(key) !== 'no-column' && row.hasFormula(key);
}

/** The line must use the very factor it names: a value typed over the look-up would otherwise pass as the source's. */
function agreeing(row: TableRow, line: LineFactor, listed: Factor): LineFactor {
  const { ref } = listed;
  const place = (key: string): string =>
    sheetCellAddress(cellOf(row.context.locations, ref, key) ?? { sheet: ref.sheet, row: ref.row, column: 0 });
  let { factor, factorUnit } = line;
  if (factor && listed.value && !factor.equals(listed.value)) {
    const params = {
      found: factor.toString(),
      listed: listed.value.toString(),
      id: listed.ref.id,
      cell: place('value'),
    };
    factor = row.refuse('factor', 'block', 'factor-differs', params);
  }
  if (factorUnit && listed.unit && !sameUnit(factorUnit, listed.unit)) {
    const params = { found: factorUnit, listed: listed.unit, id: listed.ref.id, cell: place('unit') };
    factorUnit = row.refuse('factorUnit', 'block', 'factor-unit-differs', params);
  }
  return { ...line, factor, factorUnit };
}

/** Amount times factor must come out as an emission. Problems stand at the amount's unit. */
export function checkLineUnits(row: TableRow, unit: string | null, factorUnit: string | null): void {
  if (unit === null || factorUnit === null) return;
  const agree = row.context.memory.lineUnits(unit)(factorUnit);
  if (!agree.ok) row.report('unit', 'block', 'line-units', { reason: agree.message });
}
