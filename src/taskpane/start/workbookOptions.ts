import type { Example } from '../../core/template/examples/example';
import { OPTIONAL_TABLES } from '../../core/template/optionalTables';
import type { WorkbookOptions } from '../../core/template/planWorkbook';
import { baselineFields } from './baselineFields';
import type { BaselineAdvice } from './baselineGuide';
import type { NewChoices } from './remembered';

/**
 * @param example what the workbook is filled with; absent for blank forms
 * @param advice what is written as the baseline of blank forms; `null` for nothing
 */
export function workbookOptions(
  { language, tables }: NewChoices,
  example: Example | undefined,
  advice: BaselineAdvice | null,
): WorkbookOptions {
  const optionalTables = OPTIONAL_TABLES.map(({ name }) => name).filter((name) => tables.includes(name));
  if (example) return { language, optionalTables, content: example.content, exampleSheet: false };
  return { language, optionalTables, exampleSheet: true, ...(advice && { fields: baselineFields(advice) }) };
}
