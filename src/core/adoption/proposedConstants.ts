import { message } from '../message';
import type { SheetSnapshot } from '../workbook/snapshot';
import { stageOfTitle } from './findBlocks';
import { headerParts } from './headerText';
import { keysOf } from './headerWords';
import type { Adoption, ColumnProposal, ConstantProposal } from './types';

/** Keys whose unit a header may state, and where that unit belongs. */
const UNIT_OF: readonly (readonly [string, string])[] = [
  ['amount', 'unit'],
  ['factor', 'factorUnit'],
  ['value', 'unit'],
  ['numerator', 'unit'],
  ['productService', 'serviceUnit'],
];

/** What headers and titles say of every line: the unit of a column, and the stage of a block under a heading of its own. */
export function proposedConstants(
  sheet: SheetSnapshot,
  adoption: Adoption,
  columns: readonly ColumnProposal[],
  title: string,
): readonly ConstantProposal[] {
  const has = (key: string): boolean =>
    adoption.columns.some((column) => column.key === key) || adoption.sections?.key === key;
  const takes = (key: string): boolean => keysOf(adoption.table).some((spec) => spec.key === key) && !has(key);
  const headerOf = (key: string): string | undefined => columns.find((column) => column.key === key)?.header;
  const units = UNIT_OF.flatMap(([key, target]): ConstantProposal[] => {
    const header = headerOf(key);
    const unit = header === undefined || !takes(target) ? null : headerParts(header).unit;
    return unit
      ? [{ key: target, value: unit.text, reason: message('adoption.reason.unit-in-header', { unit: unit.text }) }]
      : [];
  });
  return [...units, ...counted(headerOf('units'), takes), ...stageOf(sheet, title, takes)];
}

/** 販売台数（千台）counts 台. */
function counted(header: string | undefined, takes: (key: string) => boolean): ConstantProposal[] {
  const word = header === undefined ? null : (headerParts(header).times?.counted ?? null);
  if (word === null || !takes('unit')) return [];
  return [{ key: 'unit', value: word, reason: message('adoption.reason.unit-in-header', { unit: word }) }];
}

function stageOf(sheet: SheetSnapshot, title: string, takes: (key: string) => boolean): ConstantProposal[] {
  if (!takes('stage')) return [];
  const stage = stageOfTitle(title) ?? stageOfTitle(sheet.name);
  return stage === null
    ? []
    : [{ key: 'stage', value: stage, reason: message('adoption.reason.title', { title: title || sheet.name }) }];
}
