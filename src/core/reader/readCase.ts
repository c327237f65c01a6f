import type { Case, Factor, PlainRow, Reading } from '../case/types';
import type { TableName } from '../template/types';
import type { WorkbookSnapshot } from '../workbook/snapshot';
import { NOTHING_ADOPTED, type AdoptedRanges } from './adoptedRanges';
import { bindColumns, type BoundTable } from './bindColumns';
import { readFields, reportMissingFields, rowsOfFields } from './caseFields';
import { readContribution } from './contribution';
import { readEvidence } from './evidence';
import { readFactor } from './factors';
import { findTables } from './findTables';
import { readLine } from './inventory';
import { createMemory } from './memory';
import { readMixRow } from './mix';
import { readParameter } from './parameters';
import { readPlainRow } from './plainRows';
import { ProblemList } from './problemList';
import type { ReadingContext } from './readingContext';
import { reportRowsBelow } from './rowsBelow';
import { readSale } from './sales';
import { readSegment } from './segments';
import { TableRow } from './tableRow';
import { locationsOf, rowsOfTables } from './tableParts';
import type { TableRows } from './tableRows';
import { readVariation } from './variations';
import { workbookLanguage } from './workbookLanguage';
import { readAges, readFactorPaths } from './years';

/**
 * Reads what an applicant states. Tables are found by name, columns by header, rows by id, wherever they stand.
 * Nothing is guessed and nothing throws: what cannot be read is `null` in the case and a problem with its cell, and of everything wrong
 * each fault is reported once, where it arose.
 *
 * @param snapshot of the whole workbook, with the values it shows
 * @param adopted ranges of the user's own that are read as if they were tables of the template
 * @returns the case, with holes where something was refused, and the problems in the order of the workbook's sheets, rows and columns
 */
export function readCase(snapshot: WorkbookSnapshot, adopted: AdoptedRanges = NOTHING_ADOPTED): Reading {
  const problems = new ProblemList();
  const own = findTables(snapshot, problems, adopted.names).map((found) => bindColumns(found, problems));
  reportRowsBelow(own, snapshot, problems);
  const language = workbookLanguage(own, problems);
  const tables = [...own, ...adopted.bind({ language, tables: own, problems })];
  const rows = rowsOfTables(tables, problems);
  const context: ReadingContext = {
    language,
    date1904: snapshot.date1904,
    ids: new Map([...rows].map(([name, parts]) => [name, parts[0]!.ids])),
    locations: locationsOf(tables),
    headers: new Map(tables.map(({ name, columns }) => [name, headersOf(columns)])),
    problems,
    memory: createMemory(language),
  };
  const read = readTables(rows, context);
  return { case: read, problems: problems.inSheetOrder(snapshot.sheets.map(({ name }) => name)) };
}

const headersOf = (columns: BoundTable['columns']): ReadonlyMap<string, string> =>
  new Map([...columns].map(([key, { header }]) => [key, header]));

function readTables(tables: ReadonlyMap<TableName, readonly TableRows[]>, context: ReadingContext): Case {
  const each = <Row>(name: TableName, read: (row: TableRow) => Row): readonly Row[] => {
    const parts = tables.get(name) ?? [];
    return parts.flatMap(({ table, refs }) => refs.map((ref) => read(new TableRow(table, ref, context))));
  };
  const all = (name: TableName): readonly TableRow[] => each(name, (row) => row);
  const caseRows = all('KmcCase');
  const fields = readFields(caseRows);
  const main = tables.get('KmcCase')?.[0];
  if (main) reportMissingFields(main.table, new Set(main.refs.map(({ id }) => id)), context);
  const factors = each('KmcFactors', readFactor);
  const byId = factorsById(factors);
  const plain = (name: TableName): readonly PlainRow[] => each(name, readPlainRow);
  return {
    language: context.language,
    templateVersion: fields['templateVersion']?.text ?? null,
    locations: context.locations,
    fields,
    fieldRows: rowsOfFields(caseRows),
    baseline: { lines: each('KmcBaseline', (row) => readLine(row, byId)) },
    product: { lines: each('KmcProduct', (row) => readLine(row, byId)) },
    factors,
    sales: each('KmcSales', (row) => readSale(row, fields['soldUnit'])),
    contribution: each('KmcContribution', readContribution),
    evidence: each('KmcEvidence', readEvidence),
    segments: each('KmcSegments', readSegment),
    mix: each('KmcMix', readMixRow),
    parameters: each('KmcParameters', readParameter),
    ages: readAges(all('KmcYears')),
    factorPaths: readFactorPaths(all('KmcFactorPaths')),
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
