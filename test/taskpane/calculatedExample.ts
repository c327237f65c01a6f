import { createRecalculator } from '../../src/adapters/recalc/univerRecalculator';
import { recalculated } from '../../src/core/recalculated';
import type { CaseContent } from '../../src/core/template/content';
import { exampleNamed } from '../../src/core/template/examples/registry';
import { planWorkbook } from '../../src/core/template/planWorkbook';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { planSnapshot } from '../support/planSnapshot';

/** An example's workbook as a spreadsheet would show it, its formulas calculated. */
export const calculatedExample = (name: string, language: 'en' | 'ja'): Promise<WorkbookSnapshot> =>
  calculatedContent(exampleNamed(name).content, language);

export async function calculatedContent(content: CaseContent, language: 'en' | 'ja'): Promise<WorkbookSnapshot> {
  const plan = planWorkbook({ language, content, exampleSheet: false });
  const snapshot = planSnapshot(plan);
  return recalculated(snapshot, await createRecalculator().recalculate(snapshot)).snapshot;
}
