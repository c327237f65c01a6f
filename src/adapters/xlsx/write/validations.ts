import type { BlockPlan, SheetPlan, ValidationPlan } from '../../../core/template/plan';
import { rangeAddress } from '../../../core/workbook/a1';
import { absoluteBlock } from './addresses';
import { escapeAttribute, escapeText } from './xml';

/** Longest list Excel takes inside a validation. */
const LONGEST_INLINE_LIST = 255;

/** Lists that do not fit into a validation, one in each column of a hidden sheet. */
export class LongLists {
  readonly columns: (readonly string[])[] = [];

  constructor(readonly sheetName: string) {}

  /** @returns the list's place, for the validation's formula */
  place(items: readonly string[]): string {
    const known = this.columns.findIndex((column) => column.join('\n') === items.join('\n'));
    const left = known >= 0 ? known : this.columns.push(items) - 1;
    const block: BlockPlan = { top: 0, left, bottom: items.length - 1, right: left };
    return absoluteBlock(this.sheetName, block);
  }

  sheet(): SheetPlan {
    return {
      key: 'lists',
      name: this.sheetName,
      cells: this.columns.flatMap((items, column) =>
        items.map((value, row) => ({ row, column, value, formula: null, style: 'plain' as const, numberFormat: '@' })),
      ),
      tables: [],
      validations: [],
      columnWidths: this.columns.map(() => 24),
      merges: [],
      freeze: null,
      page: { orientation: 'portrait', printArea: null, repeatRows: null, fitToWidth: true, fitToHeight: false },
      tabColour: null,
    };
  }
}

export function validationsElement(validations: readonly ValidationPlan[], lists: LongLists): string {
  if (validations.length === 0) return '';
  const elements = validations.map((validation) => validationElement(validation, lists));
  return `<dataValidations count="${elements.length}">${elements.join('')}</dataValidations>`;
}

function validationElement({ block, rule, prompt, error }: ValidationPlan, lists: LongLists): string {
  const texts = [
    prompt === '' ? '' : ` showInputMessage="1" prompt="${escapeAttribute(prompt)}"`,
    error === '' ? '' : ` error="${escapeAttribute(error)}"`,
  ];
  const common = `allowBlank="1"${texts.join('')} showErrorMessage="1" sqref="${rangeAddress(block)}"`;
  if (rule.kind === 'decimal')
    return (
      `<dataValidation type="decimal" operator="between" ${common}>` +
      `<formula1>${rule.minimum}</formula1><formula2>${rule.maximum}</formula2></dataValidation>`
    );
  return `<dataValidation type="list" ${common}><formula1>${escapeText(listFormula(rule.items, lists))}</formula1></dataValidation>`;
}

/** Excel cuts an inline list at commas and strips blanks around its items. */
function listFormula(items: readonly string[], lists: LongLists): string {
  const joined = items.join(',');
  const inline = joined.length <= LONGEST_INLINE_LIST && items.every((item) => !/[",\n]|^\s|\s$|^$/.test(item));
  return inline ? `"${joined}"` : lists.place(items);
}
