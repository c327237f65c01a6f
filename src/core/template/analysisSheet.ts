import { TEXTS } from '../../locales/texts';
import { cellAddress } from '../workbook/a1';
import { ANALYSIS_BLOCKS, type AnalysisBlock } from './analysisLayout';
import { cellAt, DATA_PAGE } from './cells';
import { sheetTitle } from './headers';
import { READABLE } from './numberFormats';
import type { CellPlan, NamePlan, SheetPlan } from './plan';
import type { Language } from './types';

/** Whether the record belongs to the numbers of now: one formula, so that the sheet says so wherever it is opened. */
export const ANALYSIS_STATE = 'KmcAnalysisState';

const TITLE_ROWS = 3;
const LABEL_COLUMN = 0;
const FIRST_COLUMN = 1;
const WIDTHS = [30, 36, 18, 18, 18, 18, 18, 18, 18, 18];

/** Columns of counts and years, which have no decimals, and of words. */
const WHOLE: ReadonlySet<string> = new Set(['runs', 'seed', 'drawn', 'inputs', 'year']);
const WORDS: ReadonlySet<string> = new Set(['unit', 'input', 'variation', 'changes', 'status']);

function valueCell(row: number, column: number, key: string): CellPlan {
  if (WORDS.has(key)) return cellAt(row, column, null, 'plain');
  return cellAt(row, column, null, 'computed', { numberFormat: WHOLE.has(key) ? '0' : READABLE });
}

/** Rows that stand beside a block's cells instead of a number: the two certified numbers. */
const ROW_LABELS: Readonly<Partial<Record<AnalysisBlock, readonly string[]>>> = {
  KmcAnalysisFor: ['reduction', 'avoided'],
  KmcAnalysisUncertainty: ['reduction', 'avoided'],
};

/**
 * The sheet that keeps how sure the numbers were found to be, what moves them, and their years. Its cells are values: the product writes
 * them, and a formula tells when they no longer belong to the workbook's numbers.
 */
export function planAnalysisSheet(language: Language): {
  readonly sheet: SheetPlan;
  readonly names: readonly NamePlan[];
} {
  const say = texts(language);
  const name = sheetTitle('analysis', language);
  const cells: CellPlan[] = [cellAt(0, 0, say('title'), 'title'), cellAt(1, 0, say('explanation'), 'note')];
  const names: NamePlan[] = [];
  const refer = (key: string, row: number, column: number, rows: number, columns: number) => {
    const end = columns * rows > 1 ? `:${absolute(row + rows - 1, column + columns - 1)}` : '';
    names.push({ name: key, reference: `'${name}'!${absolute(row, column)}${end}` });
  };
  cells.push(
    cellAt(2, 0, say('state'), 'label'),
    cellAt(2, 1, null, 'result', { formula: stateFormula(say) }),
    ...[2, 3, 4].map((column) => cellAt(2, column, null, 'result')),
  );
  refer(ANALYSIS_STATE, 2, 1, 1, 1);
  let row = TITLE_ROWS + 1;
  for (const [key, { rows, columns }] of Object.entries(ANALYSIS_BLOCKS)) {
    cells.push(cellAt(row, LABEL_COLUMN, say(`blocks.${key}`), 'heading'));
    columns.forEach((column, at) => cells.push(cellAt(row, FIRST_COLUMN + at, say(`columns.${column}`), 'header')));
    for (let at = 0; at < rows; at++) {
      const label = ROW_LABELS[key as AnalysisBlock]?.[at];
      if (label) cells.push(cellAt(row + 1 + at, LABEL_COLUMN, say(`rows.${label}`), 'label'));
      columns.forEach((column, place) => cells.push(valueCell(row + 1 + at, FIRST_COLUMN + place, column)));
    }
    refer(key, row + 1, FIRST_COLUMN, rows, columns.length);
    row += rows + 2;
  }
  return { sheet: sheetOf(name, cells), names };
}

const sheetOf = (name: string, cells: readonly CellPlan[]): SheetPlan => ({
  key: 'analysis',
  name,
  cells,
  tables: [],
  validations: [],
  columnWidths: WIDTHS,
  merges: [1, 2].map((row) => ({ top: row, left: row === 1 ? 0 : FIRST_COLUMN, bottom: row, right: 4 })),
  freeze: { rows: TITLE_ROWS, columns: 1 },
  page: { ...DATA_PAGE, repeatRows: [0, TITLE_ROWS - 1] },
  tabColour: 'B3541E',
});

function texts(language: Language): (key: string) => string {
  const all = TEXTS[language].analysis.sheet as unknown as Record<string, string | Record<string, string>>;
  return (key) => {
    const [section, word] = key.split('.') as [string, string?];
    const found = all[section];
    const text = typeof found === 'object' && word ? found[word] : found;
    if (typeof text !== 'string') throw new Error(`no text for ${language} analysis.sheet.${key}`);
    return text;
  };
}

/** The native numbers are asked, so that the state is right without the add-in, too. The recorded numbers are compared to nine digits: what is left beyond them is the last bits of a recalculation. */
function stateFormula(say: (key: string) => string): string {
  const same = (at: number, now: string) => {
    const recorded = `INDEX(KmcAnalysisFor,${at},1)`;
    const close = `ABS(${recorded}-${now})<=0.000000001*MAX(ABS(${recorded}),ABS(${now}))`;
    return `IF(ISNUMBER(${now}),IF(ISNUMBER(${recorded}),${close},FALSE),NOT(ISNUMBER(${recorded})))`;
  };
  const current = `IF(AND(${same(1, 'KmcReductionPerUnitCheck')},${same(2, 'KmcAvoidedCheck')}),"${say('current')}","${say('outdated')}")`;
  return `IF(COUNT(KmcAnalysisFor)=0,"${say('none')}",${current})`;
}

const absolute = (row: number, column: number): string =>
  cellAddress({ row, column }).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
