import type { Case, Factor, PlainRow, Reading, TableLocation } from '../case/types';
import type { TableName } from '../template/types';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { bindColumns, type BoundTable } from './bindColumns';
import { readFields, reportMissingFields } from './caseFields';
import { readAge, readFactorPath, readParameter, readVariation } from './conditions';
import { readContribution } from './contribution';
import { readEvidence } from './evidence';
import { readFactor } from './factors';
import { findTables } from './findTables';
import { readLine } from './inventory';
import { createMemory } from './memory';
import { readMixRow } from './mix';
import { readPlainRow } from './plainRows';
import { ProblemList } from './problemList';
import type { ReadingContext } from './readingContext';
import { readSale } from './sales';
import { readSegment } from './segments';
import { TableRow } from './tableRow';
import { tableRows, type TableRows } from './tableRows';
import { workbookLanguage } from './workbookLanguage';

/**
 * Reads what an applicant states. Tables are found by name, columns by header, rows by id, wherever they stand.
 * Nothing is guessed and nothing throws: what cannot be read is `null` in the case and a problem with its cell, and of everything wrong
 * each fault is reported once, where it arose.
 *
 * @param snapshot of the whole workbook, with the values it shows
 * @returns the case, with holes where something was refused, and the problems in the order of the workbook's sheets, rows and columns
 */
export function readCase(snapshot: WorkbookSnapshot): Reading {
  const problems = new ProblemList();
  const tables = findTables(snapshot, problems).map((found) => bindColumns(found, problems));
  const language = workbookLanguage(tables, problems);
  const rows = new Map(tables.map((table) => [table.name, tableRows(table, problems)]));
  const context: ReadingContext = {
    language,
    date1904: snapshot.date1904,
    ids: new Map([...rows].map(([name, { ids }]) => [name, ids])),
    locations: Object.fromEntries(tables.map((table) => [table.name, locationOf(table)])),
    problems,
    memory: createMemory(language),
  };
  const read = readTables(rows, context);
  return { case: read, problems: problems.inSheetOrder(snapshot.sheets.map(({ name }) => name)) };
}

function locationOf({ name, sheet, columns }: BoundTable): TableLocation {
  const places = [...columns].map(([key, { column }]) => [key, column] as const);
  return { table: name, sheet: sheet.name, columns: Object.fromEntries(places) };
}

function readTables(tables: ReadonlyMap<TableName, TableRows>, context: ReadingContext): Case {
  const each = <Row>(name: TableName, read: (row: TableRow) => Row): readonly Row[] => {
    const found = tables.get(name);
    return found ? found.refs.map((ref) => read(new TableRow(found.table, ref, context))) : [];
  };
  const fields = readFields(each('KmcCase', (row) => row));
  const main = tables.get('KmcCase');
  if (main) reportMissingFields(main.table, new Set(main.refs.map(({ id }) => id)), context);
  const factors = each('KmcFactors', readFactor);
  const byId = factorsById(factors);
  const plain = (name: TableName): readonly PlainRow[] => each(name, readPlainRow);
  return {
    language: context.language,
    templateVersion: fields['templateVersion']?.text ?? null,
    locations: context.locations,
    fields,
    baseline: { lines: each('KmcBaseline', (row) => readLine(row, byId)) },
    product: { lines: each('KmcProduct', (row) => readLine(row, byId)) },
    factors,
    sales: each('KmcSales', (row) => readSale(row, fields['soldUnit'])),
    contribution: each('KmcContribution', readContribution),
    evidence: each('KmcEvidence', readEvidence),
    segments: each('KmcSegments', readSegment),
    mix: each('KmcMix', readMixRow),
    parameters: each('KmcParameters', readParameter),
    ages: each('KmcYears', readAge),
    factorPaths: each('KmcFactorPaths', readFactorPath),
    sideEffects: { lines: each('KmcSideEffects', (row) => readLine(row, byId)) },
    variations: each('KmcVariations', readVariation),
    exclusions: plain('KmcExclusions'),
    allocation: plain('KmcAllocation'),
  };
}

/** Of rows that repeat an id the first: the one a native look-up finds, too. */
function factorsById(factors: readonly Factor[]): ReadonlyMap<string, Factor> {
  const byId = new Map<string, Factor>();
  for (const factor of factors) if (!byId.has(factor.ref.id)) byId.set(factor.ref.id, factor);
  return byId;
}
