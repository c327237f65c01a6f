import type { OfficePackage } from './package';
import { refuse, type Refusal } from './refuse';
import { readRelationships } from './relationships';

/**
 * @returns the part that holds the workbook
 * @throws KmcError naming what the file is instead, when it is another kind of zip
 */
export function workbookPartName(file: OfficePackage): string {
  const main = [...readRelationships(file, '').values()].find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !file.has(main)) return refuse(otherKind(file) ?? 'missingWorkbook');
  if (main.toLowerCase().endsWith('.bin')) return refuse('xlsb');
  const kind = otherKind(file);
  return kind === null ? main : refuse(kind);
}

function otherKind(file: OfficePackage): Refusal | null {
  if (file.has('xl/workbook.bin')) return 'xlsb';
  if (file.has('META-INF/manifest.xml') && file.has('content.xml')) return 'ods';
  if (file.has('word/document.xml')) return 'word';
  if (file.has('ppt/presentation.xml')) return 'powerPoint';
  return null;
}
