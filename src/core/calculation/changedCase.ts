import type { Case, CaseField, Factor, InventoryLine, ParameterRow, RowRef, VariationRow } from '../case/types';
import { failure, success, type Outcome } from '../message';
import type { Decimal } from '../quantity/decimal';
import { parseUnit } from '../quantity/parseUnit';
import { fieldSpec } from '../template/fields';
import { changeableTable, inRow, isRow, type ChangeableTable } from './changedRow';
import { contentOf, specOf, textOf, type Content } from './changedContent';

/** A case with one cell changed, and what stood in it. */
export interface ChangedCase {
  readonly case: Case;
  readonly from: string | null;
}

/** A variation's row whose four cells were read. */
export type CompleteChange = VariationRow & Readonly<Record<'name' | 'table' | 'row' | 'column' | 'value', string>>;

/**
 * Changes one cell as if it had been typed, and what the template's formulas would make of it: a factor's value and unit in the lines that
 * look it up, a share in its numerator and denominator, the amounts that follow a parameter.
 *
 * @returns the changed case, or why the cell cannot hold the value
 */
export function changedCase(source: Case, change: CompleteChange): Outcome<ChangedCase> {
  if (change.table === 'KmcCase') return changedField(source, change);
  if (change.table === 'KmcFactors') return changedFactor(source, change);
  const table = changeableTable(change.table);
  const spec = specOf(change.table, change.column);
  if (!table || !spec) return failure('calculation.variation-unknown', { table: change.table, column: change.column });
  const row = table.rowsOf(source).find((each) => isRow(each, change.row));
  if (!row) return failure('calculation.variation-row', { table: change.table, row: change.row });
  const content = contentOf(spec, change.value);
  if (!content.ok) return content;
  const changed = inRow(source, change.table, row, change.column, content.value);
  if (!changed.ok) return changed;
  const next = replaced(source, table, row, changed.value);
  const from = textOf((row as unknown as Record<string, Content | null>)[change.column] ?? null);
  if (change.table !== 'KmcParameters' || change.column !== 'value') return success({ case: next, from });
  return followed(next, row as ParameterRow, content.value as Decimal, from);
}

function replaced(source: Case, table: ChangeableTable, row: { readonly ref: RowRef }, changed: typeof row): Case {
  return table.withRows(
    source,
    table.rowsOf(source).map((each) => (each === row ? changed : each)),
  );
}

function changedField(source: Case, { ref, row, value }: CompleteChange): Outcome<ChangedCase> {
  const spec = fieldSpec(row);
  if (!spec) return failure('calculation.variation-row', { table: 'KmcCase', row });
  const content = contentOf({ ...spec, kind: spec.kind === 'quantity' ? 'number' : spec.kind }, value);
  if (!content.ok) return content;
  const known = source.fields[row];
  if (spec.kind === 'quantity' && !known?.unit) return failure('calculation.variation-without-unit');
  const isText = typeof content.value === 'string';
  const blank: CaseField = { ref, key: row, text: null, number: null, unit: null, basis: null, note: null };
  const field: CaseField = {
    ...(known ?? blank),
    text: isText ? (content.value as string) : null,
    number: isText ? null : asDecimal(content.value),
  };
  const from = known?.text ?? known?.number?.toString() ?? null;
  return success({ case: { ...source, fields: { ...source.fields, [row]: field } }, from });
}

const asDecimal = (content: Content): Decimal => content as Decimal;

function changedFactor(source: Case, { row: id, column, value }: CompleteChange): Outcome<ChangedCase> {
  const factor = source.factors.find(({ ref }) => ref.id === id);
  const spec = specOf('KmcFactors', column);
  if (!factor || !spec) return failure('calculation.variation-row', { table: 'KmcFactors', row: id });
  const content = contentOf(spec, value);
  if (!content.ok) return content;
  const own = column === 'value' || column === 'unit';
  if (column === 'unit' && !isEmissionFactor(value))
    return failure('calculation.variation-no-factor', { found: value });
  const changed: Factor = own
    ? { ...factor, [column]: content.value }
    : { ...factor, attributes: { ...factor.attributes, [column]: textOf(content.value) } };
  const from = own ? textOf(factor[column]) : (factor.attributes[column] ?? null);
  const next = { ...source, factors: source.factors.map((each) => (each === factor ? changed : each)) };
  return success({ case: own ? withLines(next, (line) => lookedUp(line, changed)) : next, from });
}

/** Lines show the value and unit of the factor they name. */
const lookedUp = (line: InventoryLine, { ref, value, unit }: Factor): InventoryLine =>
  line.factorId === ref.id ? { ...line, factor: value, factorUnit: unit } : line;

function isEmissionFactor(text: string): boolean {
  const unit = parseUnit(text);
  return unit.ok && unit.value.dimension.emission === 1 && Object.keys(unit.value.dimension).length > 1;
}

/** Amounts that follow a parameter change in its proportion, and so do their limits. */
function followed(source: Case, before: ParameterRow, value: Decimal, from: string | null): Outcome<ChangedCase> {
  const { id } = before.ref;
  if (!before.value || before.value.isZero()) return failure('calculation.parameter-unusable', { symbol: id });
  const ratio = value.dividedBy(before.value);
  const scaled = (line: InventoryLine): InventoryLine =>
    line.parameter === id
      ? {
          ...line,
          amount: line.amount && line.amount.times(ratio),
          low: line.low && line.low.times(ratio),
          high: line.high && line.high.times(ratio),
        }
      : line;
  return success({ case: withLines(source, scaled), from });
}

function withLines(source: Case, change: (line: InventoryLine) => InventoryLine): Case {
  return {
    ...source,
    baseline: { lines: source.baseline.lines.map(change) },
    product: { lines: source.product.lines.map(change) },
    sideEffects: { lines: source.sideEffects.lines.map(change) },
  };
}
