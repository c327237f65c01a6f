import type { SheetPlan, WorkbookPlan } from '../../../core/template/plan';
import { absoluteBlock, absoluteRows } from './addresses';
import { escapeAttribute, escapeText, XML_DECLARATION } from './xml';

/** The calculation engine whose values a reader may trust as they are; without it Excel calculates all anew at each opening. */
const CALCULATION_ENGINE = 191029;

/** @param hidden the sheet of long lists, or `null` */
export function workbookPart(plan: WorkbookPlan, hidden: SheetPlan | null): string {
  const sheets = hidden === null ? plan.sheets : [...plan.sheets, hidden];
  const elements = sheets.map(
    (sheet, at) =>
      `<sheet name="${escapeAttribute(sheet.name)}" sheetId="${at + 1}"${sheet === hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  return (
    `${XML_DECLARATION}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr/>' +
    '<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="17000"/></bookViews>' +
    `<sheets>${elements.join('')}</sheets>${definedNames(plan)}<calcPr calcId="${CALCULATION_ENGINE}"/></workbook>`
  );
}

function definedNames({ sheets, names }: WorkbookPlan): string {
  const printing = sheets.flatMap(({ name, page }, at) => [
    ...(page.printArea ? [definedName('_xlnm.Print_Area', absoluteBlock(name, page.printArea), at)] : []),
    ...(page.repeatRows ? [definedName('_xlnm.Print_Titles', absoluteRows(name, page.repeatRows), at)] : []),
  ]);
  const elements = [...printing, ...names.map(({ name, reference }) => definedName(name, reference, null))];
  return elements.length === 0 ? '' : `<definedNames>${elements.join('')}</definedNames>`;
}

const definedName = (name: string, reference: string, sheet: number | null): string =>
  `<definedName name="${escapeAttribute(name)}"${sheet === null ? '' : ` localSheetId="${sheet}"`}>${escapeText(reference)}</definedName>`;
