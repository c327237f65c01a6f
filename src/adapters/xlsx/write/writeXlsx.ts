import type { SheetPlan, WorkbookPlan } from '../../../core/template/plan';
import {
  ADDIN_CONTENT_TYPES,
  ADDIN_PARTS,
  ADDIN_RELATIONSHIPS,
  extensionPart,
  metadataPart,
  taskpanesPart,
  taskpanesRelationshipsPart,
} from './addinParts';
import { checkPlan } from './checkPlan';
import { TYPEFACES } from './looks';
import {
  CONTENT_TYPE,
  contentTypesPart,
  corePropertiesPart,
  propertiesPart,
  type Relationship,
  RELATIONSHIP,
  relationshipsPart,
} from './packageParts';
import { SharedStrings } from './sharedStrings';
import { sheetPart, type SheetContext } from './sheetPart';
import { storedFormula } from './storedFormula';
import { Styles } from './styles';
import { tablePart } from './tablePart';
import { LongLists } from './validations';
import { workbookPart } from './workbookPart';
import { newEntry } from './zip/entry';
import { joinEntries } from './zip/join';

interface Part {
  readonly path: string;
  readonly content: string;
  /** `null` for parts whose kind their extension says. */
  readonly type: string | null;
}

/**
 * A new workbook file. The same plan gives the same bytes: no clock, no chance, fixed order.
 * Formulas without a known value are written without one, so that Excel calculates them; nothing is set to 0.
 * @throws KmcError when Excel could not open the plan as it stands (a header that differs from its table's column, …)
 */
export function writeXlsx(plan: WorkbookPlan): Uint8Array {
  checkPlan(plan);
  const parts = workbookParts(plan);
  const overrides = parts.flatMap(({ path, type }) => (type === null ? [] : [[path, type] as const]));
  const types: Part = { path: '[Content_Types].xml', content: contentTypesPart(overrides), type: null };
  const encoder = new TextEncoder();
  return joinEntries([types, ...parts].map(({ path, content }) => newEntry(path, encoder.encode(content))));
}

function workbookParts(plan: WorkbookPlan): Part[] {
  const typeface = TYPEFACES[plan.language];
  const lists = new LongLists(freeSheetName(plan));
  const context: SheetContext = {
    title: plan.title,
    typeface,
    lists,
    strings: new SharedStrings(),
    styles: new Styles(typeface),
    addinFunctions: new Set(),
  };
  let sheets = plan.sheets.map((sheet, at) => sheetPart(sheet, at === 0, context));
  const hidden = lists.columns.length === 0 ? null : lists.sheet();
  if (hidden !== null) sheets = [...sheets, sheetPart(hidden, false, context)];
  collectTableFunctions(plan, context.addinFunctions);
  const addin = [...context.addinFunctions].sort();
  return [
    ...rootParts(plan, hidden, addin.length > 0),
    ...workbookRelationships(sheets.length, addin.length > 0),
    ...sheets.map((content, at) => ({ path: sheetPath(at), content, type: CONTENT_TYPE.worksheet })),
    ...sheetTables(plan),
    { path: 'xl/styles.xml', content: context.styles.part(), type: CONTENT_TYPE.styles },
    { path: 'xl/sharedStrings.xml', content: context.strings.part(), type: CONTENT_TYPE.sharedStrings },
    ...(addin.length > 0 ? addinParts(addin) : []),
    { path: 'docProps/core.xml', content: corePropertiesPart(plan.title), type: CONTENT_TYPE.coreProperties },
    { path: 'docProps/app.xml', content: propertiesPart(), type: CONTENT_TYPE.properties },
  ];
}

const sheetPath = (at: number): string => `xl/worksheets/sheet${at + 1}.xml`;

function freeSheetName({ sheets }: WorkbookPlan): string {
  const taken = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  let name = 'Lists';
  while (taken.has(name.toLowerCase())) name += '_';
  return name;
}

function collectTableFunctions(plan: WorkbookPlan, functions: Set<string>): void {
  for (const { formula } of plan.sheets.flatMap((sheet) => sheet.tables.flatMap((table) => table.columns))) {
    if (formula !== null) storedFormula(formula).addinFunctions.forEach((name) => functions.add(name));
  }
}

function rootParts(plan: WorkbookPlan, hidden: SheetPlan | null, withAddin: boolean): Part[] {
  const root: Relationship[] = [
    { type: RELATIONSHIP.document, target: 'xl/workbook.xml' },
    ...(withAddin ? [{ type: ADDIN_RELATIONSHIPS.taskpanes, target: ADDIN_PARTS.taskpanes }] : []),
    { type: RELATIONSHIP.coreProperties, target: 'docProps/core.xml' },
    { type: RELATIONSHIP.properties, target: 'docProps/app.xml' },
  ];
  return [
    { path: '_rels/.rels', content: relationshipsPart(root), type: null },
    { path: 'xl/workbook.xml', content: workbookPart(plan, hidden), type: CONTENT_TYPE.workbook },
  ];
}

function workbookRelationships(sheetCount: number, withAddin: boolean): Part[] {
  const sheets = Array.from({ length: sheetCount }, (_, at) => ({
    type: RELATIONSHIP.worksheet,
    target: `worksheets/sheet${at + 1}.xml`,
  }));
  const relationships = [
    ...sheets,
    { type: RELATIONSHIP.styles, target: 'styles.xml' },
    { type: RELATIONSHIP.sharedStrings, target: 'sharedStrings.xml' },
    ...(withAddin ? [{ type: ADDIN_RELATIONSHIPS.metadata, target: 'metadata.xml' }] : []),
  ];
  return [{ path: 'xl/_rels/workbook.xml.rels', content: relationshipsPart(relationships), type: null }];
}

/** Tables are numbered through the whole workbook. */
function sheetTables({ sheets }: WorkbookPlan): Part[] {
  let id = 0;
  return sheets.flatMap(({ tables }, at) => {
    if (tables.length === 0) return [];
    const numbered = tables.map((table) => ({ table, id: ++id }));
    const targets = numbered.map(({ id }) => ({ type: RELATIONSHIP.table, target: `../tables/table${id}.xml` }));
    return [
      { path: `xl/worksheets/_rels/sheet${at + 1}.xml.rels`, content: relationshipsPart(targets), type: null },
      ...numbered.map(({ table, id }) => ({
        path: `xl/tables/table${id}.xml`,
        content: tablePart(table, id),
        type: CONTENT_TYPE.table,
      })),
    ];
  });
}

const addinParts = (functions: readonly string[]): Part[] => [
  { path: ADDIN_PARTS.metadata, content: metadataPart(), type: ADDIN_CONTENT_TYPES.metadata },
  { path: ADDIN_PARTS.taskpanes, content: taskpanesPart(), type: ADDIN_CONTENT_TYPES.taskpanes },
  { path: ADDIN_PARTS.taskpanesRelationships, content: taskpanesRelationshipsPart(), type: null },
  { path: ADDIN_PARTS.extension, content: extensionPart(functions), type: ADDIN_CONTENT_TYPES.extension },
];
