import { cellAt, DATA_PAGE, HEADER_ROW } from './cells';
import { renderContent, type FieldContent } from './content';
import { FIELDS } from './fields';
import { fieldLabel, groupLabel, headerOf, sheetTitle } from './headers';
import type { BlockPlan, CellPlan, SheetPlan, ValidationPlan } from './plan';
import { tableSpec } from './tables';
import { heading } from './tableSheet';
import type { FieldSpec, Language } from './types';
import { validationFor } from './validation';

const SPEC = tableSpec('KmcCase')!;
const COLUMNS = SPEC.columns.map(({ key }) => key);
const column = (key: string): number => COLUMNS.indexOf(key);

/** @returns the sheet of KmcCase: one row a field, in groups, each with its dropdown */
export function planCaseSheet(language: Language, fields: Readonly<Record<string, FieldContent>>): SheetPlan {
  const block: BlockPlan = {
    top: HEADER_ROW,
    left: 0,
    bottom: HEADER_ROW + FIELDS.length,
    right: COLUMNS.length - 1,
  };
  const headers = COLUMNS.map((key, at) => cellAt(HEADER_ROW, at, headerOf('KmcCase', key, language), 'header'));
  return {
    key: 'case',
    name: sheetTitle('case', language),
    cells: [
      ...heading('case', language),
      ...headers,
      ...FIELDS.flatMap((field, index) => fieldCells(field, fields[field.key] ?? {}, HEADER_ROW + 1 + index, language)),
    ],
    tables: [
      { name: 'KmcCase', block, columns: headers.map(({ value }) => ({ header: String(value), formula: null })) },
    ],
    validations: validations(block, language),
    columnWidths: SPEC.columns.map(({ width }) => width),
    merges: [{ top: 1, left: 0, bottom: 1, right: COLUMNS.length - 1 }],
    freeze: { rows: HEADER_ROW + 1, columns: 2 },
    page: DATA_PAGE,
    tabColour: '1F3A5F',
  };
}

function fieldCells(spec: FieldSpec, content: FieldContent, row: number, language: Language): CellPlan[] {
  const value = renderContent(content.value, spec, language);
  const unit = renderContent(content.unit ?? spec.unit, { kind: 'unit' }, language);
  const basis = renderContent(content.basis, { kind: 'choice', choices: 'basis' }, language);
  const note = renderContent(content.note, { kind: 'text' }, language);
  const numberFormat = spec.kind === 'date' ? 'yyyy-mm-dd' : null;
  return [
    cellAt(row, column('group'), groupLabel(spec.group, language), 'label'),
    cellAt(row, column('item'), fieldLabel(spec.key, language), 'label'),
    cellAt(row, column('value'), value.value, 'input', { formula: value.formula, numberFormat }),
    cellAt(row, column('unit'), unit.value, 'input'),
    cellAt(row, column('basis'), basis.value, 'input'),
    cellAt(row, column('note'), note.value, 'input'),
    cellAt(row, column('key'), spec.key, 'note'),
  ];
}

function validations(block: BlockPlan, language: Language): ValidationPlan[] {
  const at = (row: number, key: string): BlockPlan => ({
    top: row,
    left: column(key),
    bottom: row,
    right: column(key),
  });
  const values = FIELDS.flatMap(
    (field, index) => validationFor(field, at(block.top + 1 + index, 'value'), language) ?? [],
  );
  const basis = { ...at(block.top + 1, 'basis'), bottom: block.bottom };
  return [...values, validationFor({ kind: 'choice', choices: 'basis' }, basis, language)!];
}
