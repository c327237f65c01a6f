import { KmcError, message } from '../../../../core/message';
import { elementsOf } from './elements';
import type { Package } from './package';
import { type PartReference, relationshipsOf } from './relationships';

export interface SheetEntry {
  readonly name: string;
  readonly path: string;
  /** The sheet's number in the calculation chain. */
  readonly sheetId: string;
}

export interface WorkbookIndex {
  readonly path: string;
  readonly sheets: readonly SheetEntry[];
  readonly parts: readonly PartReference[];
}

/** @throws KmcError when the package holds no workbook */
export function workbookIndex(pack: Package): WorkbookIndex {
  const path = relationshipsOf(pack, '').find((part) => part.kind === 'officeDocument')?.path;
  if (path === undefined) throw new KmcError(message('xlsx.write.notAPackage'));
  const parts = relationshipsOf(pack, path);
  const sheets = elementsOf(pack.text(path), path).flatMap(({ name, attributes }) => {
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1];
    const part = parts.find((candidate) => candidate.id === id);
    if (name !== 'sheet' || part?.kind !== 'worksheet') return [];
    return [{ name: attributes.name ?? '', path: part.path, sheetId: attributes.sheetId ?? '' }];
  });
  return { path, sheets, parts };
}

/** @throws KmcError when the workbook has no worksheet of that name */
export function requireSheet({ sheets }: WorkbookIndex, name: string): SheetEntry {
  const sheet = sheets.find((candidate) => candidate.name === name);
  if (sheet) return sheet;
  throw new KmcError(message('xlsx.write.unknownSheet', { sheet: name, sheets: sheets.map((one) => one.name) }));
}
