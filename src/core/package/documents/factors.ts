import type { Case, Factor, InventoryLine } from '../../case/types';
import { Decimal } from '../../quantity/decimal';
import { DATASET } from '../../reference/dataset';
import { factorById } from '../../reference/factorById';
import { list, object, record } from '../shape/structures';
import { decimal, nullable, sha256Text, text, whole, word } from '../shape/values';

/** How a factor of the workbook stands to the built-in one of its id. */
export const LIBRARY_STATES = ['same', 'differs', 'none'] as const;
export type LibraryState = (typeof LIBRARY_STATES)[number];

/** One row of KmcFactors as it was when the package was made. */
export interface FactorRecord {
  readonly id: string;
  readonly value: Decimal | null;
  readonly unit: string | null;
  /** Lines that name it. */
  readonly lines: number;
  readonly library: LibraryState;
  /** Source, version, licence and every other column, by key. */
  readonly attributes: Readonly<Record<string, string | null>>;
}

/** A value that a line uses and no row of KmcFactors gives: typed into the line. */
export interface TypedFactor {
  readonly table: string;
  readonly line: string;
  readonly id: string | null;
  readonly value: Decimal;
  readonly unit: string | null;
}

/** `factors.json`: the snapshot of every factor. */
export interface FactorsDocument {
  /** The built-in factors that `library` compares with. */
  readonly dataset: { readonly version: string; readonly hash: string };
  readonly factors: readonly FactorRecord[];
  readonly typed: readonly TypedFactor[];
}

export const factorsShape = object<FactorsDocument>({
  dataset: object<FactorsDocument['dataset']>({ version: text, hash: sha256Text }),
  factors: list(
    object<FactorRecord>({
      id: text,
      value: nullable(decimal),
      unit: nullable(text),
      lines: whole,
      library: word(LIBRARY_STATES),
      attributes: record(nullable(text)),
    }),
  ),
  typed: list(
    object<TypedFactor>({ table: text, line: text, id: nullable(text), value: decimal, unit: nullable(text) }),
  ),
});

/** Every factor of a case, in sheet order. */
export function factorsOf(stated: Case): FactorsDocument {
  const lines = [stated.baseline, stated.product, stated.sideEffects].flatMap((side) => side.lines);
  const count = countsOf(lines);
  const rows = new Map(stated.factors.map((factor) => [factor.ref.id, factor]));
  return {
    dataset: { version: DATASET.version, hash: DATASET.hash },
    factors: stated.factors.map((factor) => recordOf(factor, count.get(factor.ref.id) ?? 0)),
    typed: lines.flatMap((line) => typedOf(line, rows.get(line.factorId ?? ''))),
  };
}

function countsOf(lines: readonly InventoryLine[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const { factorId } of lines) if (factorId !== null) count.set(factorId, (count.get(factorId) ?? 0) + 1);
  return count;
}

const recordOf = (factor: Factor, lines: number): FactorRecord => ({
  id: factor.ref.id,
  value: factor.value,
  unit: factor.unit,
  lines,
  library: libraryState(factor.ref.id, factor.value, factor.unit),
  attributes: factor.attributes,
});

/** @returns how a value and its unit stand to the built-in factor with this very id */
export function libraryState(id: string, value: Decimal | null, unit: string | null): LibraryState {
  const known = factorById(id);
  if (!known) return 'none';
  return value?.equals(new Decimal(known.value)) && unit === known.unit ? 'same' : 'differs';
}

function typedOf(
  { ref, factor, factorUnit, factorId }: InventoryLine,
  row: Factor | undefined,
): readonly TypedFactor[] {
  if (factor === null) return [];
  const isSame = row?.value?.equals(factor) === true && row.unit === factorUnit;
  return isSame ? [] : [{ table: ref.table, line: ref.id, id: factorId, value: factor, unit: factorUnit }];
}
