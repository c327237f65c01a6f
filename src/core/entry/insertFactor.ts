import { readWorkbook } from '../adoption/readWorkbook';
import { cellOf } from '../case/cellOf';
import type { Case, Factor } from '../case/types';
import { failure, type Outcome } from '../message';
import type { ReferenceFactor } from '../reference/factor';
import type { RowContent } from '../template/content';
import type { CellRef } from '../workbook/cell';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { addRows, type AddedRows } from './addRows';
import { factorRow } from './factorRow';

/** A row of KmcFactors that stands for a built-in factor already. */
export interface ListedFactor {
  readonly id: string;
  readonly cell: CellRef;
  /** False where the row has the factor's id and another figure or unit. */
  readonly same: boolean;
}

/**
 * Copies a built-in factor into KmcFactors.
 * @returns the edits, or why there are none: what `factorRow` and `addRows` say; `inventory.refused.factor-listed` where the very figure stands there
 * (see {@link listedFactor}), `inventory.refused.factor-differs` where its id stands there with another figure
 */
export function insertFactor(snapshot: WorkbookSnapshot, factor: ReferenceFactor): Outcome<AddedRows> {
  const row = factorRow(factor);
  if (!row.ok) return row;
  const reading = readWorkbook(snapshot);
  const listed = listedFactor(reading.case, factor);
  if (listed)
    return failure(listed.same ? 'inventory.refused.factor-listed' : 'inventory.refused.factor-differs', {
      id: listed.id,
    });
  return addRows(snapshot, 'KmcFactors', [withoutMissing(row.value, reading.case)], reading);
}

/** @returns the row with the factor's id, or with the same figure, unit, validity and source under another; `null` where there is none */
export function listedFactor(read: Case, factor: ReferenceFactor): ListedFactor | null {
  const row = factorRow(factor);
  if (!row.ok) return null;
  const same = read.factors.find((one) => isSame(one, row.value));
  const found = same ?? read.factors.find(({ ref }) => ref.id === factor.id);
  const cell = found && cellOf(read.locations, found.ref, 'id');
  return found && cell ? { id: found.ref.id, cell, same: found === same } : null;
}

const DESCRIBED_BY = ['nameJa', 'source', 'version', 'region', 'validFrom', 'validTo', 'resultYear'] as const;

function isSame({ ref, value, unit, attributes }: Factor, row: RowContent): boolean {
  const isFigure = value?.equals(row['value'] as number) === true && unit === row['unit'];
  const isDescribed = DESCRIBED_BY.every((key) => (attributes[key] ?? null) === (row[key] ?? null));
  return isFigure && (ref.id === row['id'] || isDescribed);
}

/** What describes a factor may lack its column; what it is made of may not. */
function withoutMissing(row: RowContent, { locations }: Case): RowContent {
  const needed = ['id', 'value', 'unit', 'source', 'version'];
  const columns = locations['KmcFactors']?.columns ?? {};
  return Object.fromEntries(Object.entries(row).filter(([key]) => key in columns || needed.includes(key)));
}
