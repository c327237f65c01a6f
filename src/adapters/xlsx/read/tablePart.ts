import { parseRange } from '../../../core/workbook/a1';
import type { TableSnapshot } from '../../../core/workbook/snapshot';
import type { OfficePackage } from './package';
import { refuse } from './refuse';
import { unescaped } from './texts';
import { readXml, type Attributes } from './xml';

/** @param sheet name of the sheet the table stands on */
export function readTable(file: OfficePackage, part: string, sheet: string): TableSnapshot {
  let table: Attributes | null = null;
  const columns: string[] = [];
  readXml(part, file.read(part), {
    open: (name, attributes) => {
      if (name === 'table') table ??= attributes;
      else if (name === 'tableColumn') columns.push(unescaped(attributes.name ?? ''));
    },
  });
  const { displayName, ref = '', headerRowCount = '1', totalsRowCount = '0' } = (table ?? {}) as Attributes;
  const range = parseRange(ref);
  if (displayName === undefined || !range) return refuse('badTable', { part });
  if (columns.length !== range.right - range.left + 1) refuse('badTable', { part });
  return {
    name: unescaped(displayName),
    range: { sheet, ...range },
    columns,
    headerRow: headerRowCount !== '0',
    totalsRow: totalsRowCount !== '0',
  };
}
