/// <reference types="office-js" />
import type { SheetPlan, ValidationPlan, WorkbookPlan } from '../../core/template/plan';
import { LongLists } from '../xlsx/write/validations';
import { blockRange, type PlannedSheet } from './plannedContent';

/** Longest list that a validation holds by itself. */
const LONGEST_INLINE_LIST = 255;

/**
 * @param taken names of the workbook's sheets
 * @returns the plan's sheets and, where lists are too long for a validation, one more that holds them
 */
export function withLists(
  { sheets }: WorkbookPlan,
  taken: readonly string[],
): { readonly sheets: readonly SheetPlan[]; readonly lists: LongLists } {
  const lists = new LongLists(freeName([...taken, ...sheets.map(({ name }) => name)]));
  sheets.forEach(({ validations }) => validations.forEach((validation) => ruleOf(validation, lists)));
  return { lists, sheets: lists.columns.length > 0 ? [...sheets, lists.sheet()] : sheets };
}

function freeName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  let name = 'Lists';
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `Lists ${number}`;
  return name;
}

export function queueValidations([{ validations }, sheet]: PlannedSheet, lists: LongLists): void {
  for (const validation of validations) {
    const { dataValidation } = blockRange(sheet, validation.block);
    dataValidation.rule = ruleOf(validation, lists);
    dataValidation.ignoreBlanks = true;
    dataValidation.prompt = { showPrompt: validation.prompt !== '', title: '', message: validation.prompt };
    dataValidation.errorAlert = {
      showAlert: true,
      style: 'Stop',
      title: '',
      message: validation.error,
    };
  }
}

function ruleOf({ rule }: ValidationPlan, lists: LongLists): Excel.DataValidationRule {
  if (rule.kind === 'decimal')
    return { decimal: { formula1: rule.minimum, formula2: rule.maximum, operator: 'Between' } };
  return { list: { inCellDropDown: true, source: sourceOf(rule.items, lists) } };
}

/** Excel cuts an inline list at commas and strips blanks around its items. */
function sourceOf(items: readonly string[], lists: LongLists): string {
  const joined = items.join(',');
  const isInline = joined.length <= LONGEST_INLINE_LIST && items.every((item) => !/[",\n]|^\s|\s$|^$/.test(item));
  return isInline ? joined : `=${lists.place(items)}`;
}
