import type { Problem, Reading } from '../case/types';
import { readCase } from '../reader/readCase';
import type { TableName } from '../template/types';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { adoptedRanges } from './adoptedRanges';
import { adoptionsOf } from './store';

/** Reads a case from the template's tables and from the ranges that the workbook's user has adopted. */
export function readWorkbook(snapshot: WorkbookSnapshot): Reading {
  const stored = adoptionsOf(snapshot);
  const adoptions = stored.flatMap(({ adoption }) => adoption ?? []);
  const reading = readCase(snapshot, adoptedRanges(snapshot, adoptions));
  const lost = stored.flatMap(({ problem }): Problem[] =>
    problem ? [{ severity: 'block', message: problem, cell: null, table: null, rowId: null, column: null }] : [],
  );
  return lost.length === 0 ? reading : { ...reading, problems: [...lost, ...reading.problems] };
}

/** @returns base tables that neither the template nor an adopted range gives; KmcCase among them where it is missing */
export function missingTables(snapshot: WorkbookSnapshot): readonly TableName[] {
  return readWorkbook(snapshot)
    .problems.filter(({ message }) => message.code === 'reader.table-missing')
    .map(({ table }) => table as TableName);
}
