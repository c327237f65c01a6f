import type { CaseContent } from '../../../src/core/template/content';
import { exampleNamed } from '../../../src/core/template/examples/registry';
import { planWorkbook } from '../../../src/core/template/planWorkbook';
import type { TableName } from '../../../src/core/template/types';
import type { WorkbookSnapshot } from '../../../src/core/workbook/snapshot';
import { planSnapshot } from '../../support/planSnapshot';

type Language = 'en' | 'ja';

/** A new form with its prepared blank rows, or a filled case; formulas have no values. */
export const workbookOf = (language: Language, content?: CaseContent, optionalTables: readonly TableName[] = []) =>
  planSnapshot(planWorkbook({ language, optionalTables, ...(content ? { content } : {}) }));

export const exampleWorkbook = (name: string, language: Language): WorkbookSnapshot =>
  workbookOf(language, exampleNamed(name).content);
