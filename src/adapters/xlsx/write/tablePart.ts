import type { TablePlan } from '../../../core/template/plan';
import { rangeAddress } from '../../../core/workbook/a1';
import { storedFormula } from './storedFormula';
import { escapeAttribute, escapeText, XML_DECLARATION } from './xml';

/**
 * A table part. `calculatedColumnFormula` is what makes a new row fill itself in Excel; a column whose cells are dynamic
 * arrays says so with `array`, or Excel would fill a new row with an ordinary formula.
 * @param id unique in the workbook, from 1
 */
export function tablePart({ name, block, columns }: TablePlan, id: number): string {
  const ref = rangeAddress(block);
  const elements = columns.map(({ header, formula }, at) => {
    const start = `<tableColumn id="${at + 1}" name="${escapeAttribute(header)}"`;
    return formula === null ? `${start}/>` : `${start}>${calculatedColumn(formula)}</tableColumn>`;
  });
  return (
    `${XML_DECLARATION}<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" ` +
    `name="${escapeAttribute(name)}" displayName="${escapeAttribute(name)}" ref="${ref}" totalsRowShown="0">` +
    `<autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${elements.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>'
  );
}

function calculatedColumn(formula: string): string {
  const { text, dynamic } = storedFormula(formula);
  const array = dynamic ? ' array="1"' : '';
  return `<calculatedColumnFormula${array}>${escapeText(text)}</calculatedColumnFormula>`;
}
