import { adoptEdits } from '../../../src/core/adoption/store';
import { proposeAdoption } from '../../../src/core/adoption/proposeAdoption';
import type { AdoptableTable, Adoption, AdoptionProposal } from '../../../src/core/adoption/types';
import { parseRange } from '../../../src/core/workbook/a1';
import type { CellValue, RangeRef } from '../../../src/core/workbook/cell';
import { SheetBuilder } from '../../../src/core/workbook/sheetColumns';
import type { SheetSnapshot, WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { withEdits } from '../../../src/core/workbook/withEdits';

/** A text that begins with `=` is a formula whose value is not of interest. */
export type Grid = readonly (readonly CellValue[])[];

export function sheetOf(name: string, grid: Grid, merges: readonly string[] = []): SheetSnapshot {
  const sheet = new SheetBuilder(name);
  grid.forEach((cells, row) =>
    cells.forEach((value, column) => {
      if (typeof value === 'string' && value.startsWith('=')) sheet.add(row, column, 1, value.slice(1));
      else if (value !== null && value !== '') sheet.add(row, column, value);
    }),
  );
  for (const merge of merges) sheet.merge(parseRange(merge)!);
  return sheet.build();
}

export function bookOf(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return {
    sheets,
    tables: [],
    names: [],
    externalLinks: [],
    calculationMode: 'automatic',
    date1904: false,
  };
}

export const range = (sheet: string, address: string): RangeRef => ({ sheet, ...parseRange(address)! });

/** Fails the test where nothing is proposed. */
export function proposed(book: WorkbookSnapshot, at: RangeRef, table: AdoptableTable): AdoptionProposal {
  const outcome = proposeAdoption(book, at, table);
  if (!outcome.ok) throw new Error(outcome.message.code);
  return outcome.value;
}

/** Keys of the columns from left to right, `-` where a column is not placed. */
export const keys = ({ columns }: AdoptionProposal): string => columns.map(({ key }) => key ?? '-').join(' ');

/** The workbook with the adoption saved in it. */
export const adopted = (book: WorkbookSnapshot, ...adoptions: readonly Adoption[]): WorkbookSnapshot =>
  adoptions.reduce((now, adoption) => withEdits(now, adoptEdits(now, adoption)), book);
