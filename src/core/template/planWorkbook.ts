import { planAnalysisSheet } from './analysisSheet';
import { planCaseSheet } from './caseSheet';
import type { CaseContent } from './content';
import { planExampleSheet } from './exampleSheet';
import { formulaContext } from './formulaContext';
import type { SheetPlan, WorkbookPlan } from './plan';
import { planResultSheet } from './resultSheet';
import { TABLES } from './tables';
import { planTableSheet } from './tableSheet';
import { templateText } from './templateText';
import type { Language, TableName, TableSpec } from './types';
import { TEMPLATE_VERSION } from './version';

export interface WorkbookOptions {
  readonly language: Language;
  /** Tables beyond those of every workbook. Tables that `content` fills are added by themselves. */
  readonly optionalTables?: readonly TableName[];
  /** What the workbook is filled with; without it the forms are blank. */
  readonly content?: CaseContent;
  /** KmcCase fields of an otherwise blank form; those of `content` count before them. */
  readonly fields?: CaseContent['fields'];
  /** Rows of tables that `content` does not fill. */
  readonly prefilled?: CaseContent['tables'];
  /** A filled example beside the blank forms. */
  readonly exampleSheet?: boolean;
}

/** Blank rows with their formulas in a new form. Tables that a KMC function reads whole begin with the one row that a table needs. */
const BLANK_ROWS: Readonly<Partial<Record<TableName, number>>> = {
  KmcBaseline: 12,
  KmcProduct: 12,
  KmcFactors: 8,
  KmcEvidence: 8,
};

/** @returns a new workbook, blank or filled; the same options give the same plan */
export function planWorkbook(options: WorkbookOptions): WorkbookPlan {
  const { language, content, fields } = options;
  const specs = TABLES.filter((spec) => isWanted(spec, options));
  const tables = new Set(specs.map(({ name }) => name));
  const result = planResultSheet(language, tables, content?.tables.KmcSegments?.length ?? 1);
  const analysis = planAnalysisSheet(language);
  const sheets: SheetPlan[] = [
    planCaseSheet(language, { templateVersion: { value: TEMPLATE_VERSION }, ...fields, ...content?.fields }),
    ...specs.filter(({ name }) => name !== 'KmcCase').map((spec) => sheetOf(spec, options, tables)),
    result.sheet,
    analysis.sheet,
  ];
  if (options.exampleSheet) sheets.push(planExampleSheet(language));
  return {
    language,
    title: templateText('result', 'workbookTitle', language),
    sheets,
    names: [...result.names, ...analysis.names],
  };
}

const isWanted = ({ name, presence }: TableSpec, { optionalTables, content }: WorkbookOptions): boolean =>
  presence === 'always' || (optionalTables ?? []).includes(name) || (content?.tables[name]?.length ?? 0) > 0;

function sheetOf(
  spec: TableSpec,
  { language, content, prefilled }: WorkbookOptions,
  tables: ReadonlySet<TableName>,
): SheetPlan {
  return planTableSheet({
    language,
    spec: { ...spec, columns: spec.columns.filter((column) => (column.when ?? []).every((name) => tables.has(name))) },
    context: formulaContext(language, spec.name, tables),
    rows: content?.tables[spec.name] ?? prefilled?.[spec.name] ?? [],
    blankRows: content ? 0 : (BLANK_ROWS[spec.name] ?? 1),
  });
}
