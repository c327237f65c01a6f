import { cellAt } from './cells';
import { renderContent, type CaseContent } from './content';
import { exampleNamed } from './examples/registry';
import { FIELDS } from './fields';
import { fieldLabel, headerOf, sheetTitle } from './headers';
import type { CellPlan, SheetPlan } from './plan';
import { TABLES } from './tables';
import { templateText } from './templateText';
import type { Language, TableSpec } from './types';

/** The example shown beside blank forms. */
const SHOWN = 'water-heater';
/** Columns of an inventory beyond these are for refinement; the sheet stays readable without them. */
const MOST_COLUMNS = 16;

/** @returns a sheet of plain cells, no table: what it shows is not part of the case */
export function planExampleSheet(language: Language): SheetPlan {
  const { content } = exampleNamed(SHOWN);
  const cells: CellPlan[] = [
    cellAt(0, 0, sheetTitle('example', language), 'title'),
    cellAt(1, 0, templateText('instructions', 'example', language), 'note'),
    ...caseCells(content, language),
  ];
  let row = 4 + cells.filter(({ column }) => column === 0).length;
  for (const spec of TABLES.filter(({ name }) => name !== 'KmcCase')) {
    const block = tableCells(spec, content, row, language);
    cells.push(...block);
    if (block.length > 0) row += (content.tables[spec.name]?.length ?? 0) + 3;
  }
  return {
    key: 'example',
    name: sheetTitle('example', language),
    cells,
    tables: [],
    validations: [],
    columnWidths: [30, 28, ...Array.from({ length: MOST_COLUMNS - 2 }, () => 16)],
    merges: [{ top: 1, left: 0, bottom: 1, right: 7 }],
    freeze: { rows: 2, columns: 0 },
    page: { orientation: 'landscape', printArea: null, repeatRows: [0, 1], fitToWidth: true, fitToHeight: false },
    tabColour: '7A8B3C',
  };
}

function caseCells(content: CaseContent, language: Language): CellPlan[] {
  const filled = FIELDS.filter(({ key }) => content.fields[key]?.value !== undefined);
  const head = cellAt(3, 0, sheetTitle('case', language), 'heading');
  const body = filled.flatMap((field, index) => {
    const { value, unit } = content.fields[field.key]!;
    const shown = renderContent(value, field, language).value;
    const shownUnit = renderContent(unit ?? field.unit, { kind: 'unit' }, language).value;
    return [
      cellAt(4 + index, 0, fieldLabel(field.key, language), 'label'),
      cellAt(4 + index, 1, shown, 'plain'),
      cellAt(4 + index, 2, shownUnit, 'plain'),
    ];
  });
  return [head, ...body];
}

function tableCells(spec: TableSpec, content: CaseContent, top: number, language: Language): CellPlan[] {
  const rows = content.tables[spec.name] ?? [];
  const columns = spec.columns.filter(({ key }) => rows.some((row) => row[key] !== undefined)).slice(0, MOST_COLUMNS);
  if (columns.length === 0) return [];
  const head = cellAt(top, 0, sheetTitle(spec.sheet, language), 'heading');
  const headers = columns.map(({ key }, at) => cellAt(top + 1, at, headerOf(spec.name, key, language), 'header'));
  const body = rows.flatMap((row, index) =>
    columns.map((column, at) =>
      cellAt(top + 2 + index, at, renderContent(row[column.key], column, language).value, 'plain'),
    ),
  );
  return [head, ...headers, ...body];
}
