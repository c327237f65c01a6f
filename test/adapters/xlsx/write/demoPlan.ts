import type { CellPlan, SheetPlan, WorkbookPlan } from '../../../../src/core/template/plan';

export const cell = (
  row: number,
  column: number,
  value: CellPlan['value'],
  more: Partial<CellPlan> = {},
): CellPlan => ({
  row,
  column,
  value,
  formula: null,
  style: 'plain',
  numberFormat: null,
  ...more,
});

export const sheet = (more: Partial<SheetPlan> = {}): SheetPlan => ({
  key: 'sheet',
  name: 'Sheet',
  cells: [],
  tables: [],
  validations: [],
  columnWidths: [],
  merges: [],
  freeze: null,
  page: { orientation: 'portrait', printArea: null, repeatRows: null, fitToWidth: true, fitToHeight: false },
  tabColour: null,
  ...more,
});

export const plan = (sheets: readonly SheetPlan[], more: Partial<WorkbookPlan> = {}): WorkbookPlan => ({
  language: 'en',
  title: 'Title',
  sheets,
  names: [],
  ...more,
});

const emission =
  'IF(AND(ISNUMBER(KmcProduct[[#This Row],[排出量]]),ISNUMBER(KmcProduct[[#This Row],[比]])),KmcProduct[[#This Row],[排出量]]*KmcProduct[[#This Row],[比]],NA())';
const ratio = 'KMC.UNIT_RATIO(KmcProduct[[#This Row],[単位]],"kg-CO2e/kWh")';
export const LONG_LIST = Array.from({ length: 60 }, (_, at) => `選択肢 ${at + 1}`);

/** Every feature of a plan once: what a real template uses, small enough to read. */
export function demoPlan(): WorkbookPlan {
  const headers = ['ID', '段階', '排出量', '単位', '比', '計'];
  const product = sheet({
    key: 'product',
    name: '応募製品等',
    cells: [
      cell(0, 0, '応募製品等の排出量', { style: 'title' }),
      cell(1, 0, 'ライフサイクルの段階ごとに 1 行ずつ記入します。<網掛け & 青字> の欄に入力してください。', {
        style: 'note',
      }),
      ...headers.map((text, column) => cell(3, column, text, { style: 'header' })),
      ...[4, 5, 6].flatMap((row) => [
        cell(row, 0, `P${row - 3}`, { style: 'input' }),
        cell(row, 1, row === 6 ? null : '使用', { style: 'input' }),
        cell(row, 2, row * 1.25, { style: 'input', numberFormat: '#,##0.00' }),
        cell(row, 3, 'kWh', { style: 'input' }),
        cell(row, 4, null, { style: 'computed', formula: ratio }),
        cell(row, 5, null, { style: 'computed', formula: emission, numberFormat: '#,##0.######' }),
      ]),
      cell(8, 4, '合計', { style: 'label' }),
      cell(8, 5, 12.5, { style: 'result', formula: 'SUM(KmcProduct[計])', numberFormat: '#,##0.000' }),
    ],
    tables: [
      {
        name: 'KmcProduct',
        block: { top: 3, left: 0, bottom: 6, right: 5 },
        columns: headers.map((header) => ({
          header,
          formula: header === '比' ? ratio : header === '計' ? emission : null,
        })),
      },
    ],
    validations: [
      {
        block: { top: 4, left: 1, bottom: 6, right: 1 },
        rule: { kind: 'list', items: ['原材料調達', '生産', '使用'] },
        prompt: '段階を選びます。\n一覧から選んでください。',
        error: '一覧にある段階を選んでください。',
      },
      {
        block: { top: 4, left: 2, bottom: 6, right: 2 },
        rule: { kind: 'decimal', minimum: -1e9, maximum: 1e9 },
        prompt: '',
        error: '数値を入力してください。',
      },
      {
        block: { top: 4, left: 3, bottom: 6, right: 3 },
        rule: { kind: 'list', items: LONG_LIST },
        prompt: '',
        error: '単位',
      },
    ],
    columnWidths: [8, 20, 12, 12, 10, 16],
    merges: [{ top: 1, left: 0, bottom: 1, right: 5 }],
    freeze: { rows: 4, columns: 1 },
    page: {
      orientation: 'landscape',
      printArea: { top: 0, left: 0, bottom: 8, right: 5 },
      repeatRows: [0, 3],
      fitToWidth: true,
      fitToHeight: false,
    },
    tabColour: '1F4E79',
  });
  const result = sheet({
    key: 'result',
    name: "Result's",
    cells: [
      cell(0, 0, 'Result', { style: 'title' }),
      cell(2, 0, 'Reduction', { style: 'label' }),
      cell(2, 1, null, { style: 'result', formula: 'KMC.REDUCTION(10,4)', numberFormat: '#,##0.00' }),
      cell(3, 0, 'Certified', { style: 'label' }),
      cell(3, 1, true, { style: 'input' }),
    ],
    columnWidths: [30, 20],
    tables: [],
    freeze: null,
  });
  return plan([product, result], {
    language: 'ja',
    title: '削減貢献量 算定 & 審査',
    names: [{ name: 'KMC_Total', reference: '応募製品等!$F$9' }],
  });
}
