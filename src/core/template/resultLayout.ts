import { STAGES, type Stage } from '../case/vocabulary';
import { ANALYSIS_BLOCKS } from './analysisLayout';
import { ANALYSIS_STATE } from './analysisSheet';
import { headers, headingRow, LAST, shown, text, unrounded, type ResultCell, type ResultRow } from './resultCells';
import { BASIS_BLOCK, stockBlock } from './basisBlock';
import { DIFFERENCE } from './numberFormats';
import * as formulas from './resultFormulas';
import { FOOT, HEAD, SETTINGS } from './resultFrame';
import * as texts from './resultTexts';
import * as stages from './stageFormulas';
import type { ResultFormula } from './stageFormulas';
import type { TableName } from './types';

const resultRow = (
  id: string,
  unit: ResultCell,
  value: ResultFormula,
  check: ResultFormula,
  digits: string,
): ResultRow => [
  text(0, id),
  shown(1, formulas.rounded(id, digits), 'result', `${id}Rounded`),
  unit,
  unrounded(3, value, id),
  unrounded(4, check, `${id}Check`),
  unrounded(5, formulas.difference(id), undefined, DIFFERENCE),
];

const recorded =
  (row: number, column: 'low' | 'high'): ResultFormula =>
  () => {
    const at = ANALYSIS_BLOCKS.KmcAnalysisUncertainty.columns.indexOf(column) + 1;
    const cell = `INDEX(KmcAnalysisUncertainty,${row},${at})`;
    return `IF(ISNUMBER(${cell}),${cell},"")`;
  };

/** What was recorded of how sure a number is, and whether that belongs to the numbers of now. */
const intervalRow = (id: 'reduction' | 'avoided', row: number): ResultRow => [
  text(0, id === 'reduction' ? 'intervalReduction' : 'intervalAvoided'),
  unrounded(1, recorded(row, 'low')),
  unrounded(2, recorded(row, 'high')),
  shown(3, () => ANALYSIS_STATE, 'note', undefined, LAST),
];

const RESULTS: readonly ResultRow[] = [
  headingRow('certified'),
  headers('item', 'printed', 'unit', 'unrounded', 'check', 'difference'),
  resultRow(
    'reduction',
    shown(2, texts.reductionUnitText),
    formulas.reduction,
    formulas.reductionCheck,
    'reductionDigits',
  ),
  resultRow('avoided', text(2, 'tonnes', 'computed'), formulas.avoided, formulas.avoidedCheck, 'avoidedDigits'),
  intervalRow('reduction', 1),
  intervalRow('avoided', 2),
  [text(0, 'perProduct'), unrounded(1, formulas.perProduct), shown(2, texts.perProductUnitText)],
];

const stageRow = (stage: Stage): ResultRow => [
  { column: 0, style: 'label', id: `stage.${stage}`, stage },
  unrounded(1, stages.stageSum('baseline', stage), `baseline.${stage}`),
  unrounded(2, stages.stageSum('product', stage), `product.${stage}`),
  unrounded(3, stages.stageReduction(stage), `reduction.${stage}`),
  unrounded(4, stages.stageOutside(stage), `outside.${stage}`),
  shown(5, stages.stageBar(stage), 'note'),
];

const TOTALS = ['baseline', 'product', 'reduction', 'outside'];

const STAGE_TABLE: readonly ResultRow[] = [
  headingRow('byStage'),
  headers('stage', 'baseline', 'product', 'stageReduction', 'stageOutside', 'bar'),
  ...STAGES.map(stageRow),
  [text(0, 'total'), ...TOTALS.map((key, index) => unrounded(index + 1, stages.stageTotal(key), `${key}.total`))],
];

const checked = (id: string, value: ResultFormula, check: ResultFormula, note: ResultCell): ResultRow => [
  text(0, id),
  unrounded(1, value, id),
  note,
  text(3, 'check'),
  unrounded(4, check, `${id}Check`),
  unrounded(5, formulas.difference(id), undefined, DIFFERENCE),
];

const SIDE_EFFECTS: ResultRow = [
  text(0, 'sideEffects'),
  unrounded(1, formulas.sideEffects, 'sideEffects'),
  text(2, 'kilograms', 'plain'),
];

const FACTORS: readonly ResultRow[] = [
  headingRow('chain'),
  checked('rate', formulas.rate, formulas.rateCheck, text(2, 'none', 'plain')),
  checked('units', formulas.units, formulas.unitsCheck, shown(2, texts.fieldText('soldUnit'), 'plain')),
  [
    text(0, 'delivered'),
    unrounded(1, formulas.delivered, 'delivered'),
    text(2, 'none', 'plain'),
    text(3, 'lifetimeDelivered'),
    unrounded(4, formulas.productLifetime),
  ],
  [
    text(0, 'readingAll'),
    unrounded(1, formulas.reading('reduction')),
    text(2, 'kilograms', 'plain'),
    text(3, 'readingOutside'),
    unrounded(4, formulas.reading('outside')),
    text(5, 'kilograms', 'plain'),
  ],
  [
    text(0, 'certifiedBaseline'),
    unrounded(1, formulas.certifiedFootprint('baseline'), 'certified.baseline'),
    text(2, 'kilograms', 'plain'),
    text(3, 'certifiedProduct'),
    unrounded(4, formulas.certifiedFootprint('product'), 'certified.product'),
    text(5, 'kilograms', 'plain'),
  ],
  [
    text(0, 'reboundLoss'),
    unrounded(1, formulas.reboundLoss, 'reboundLoss'),
    text(2, 'kilograms', 'plain'),
    text(3, 'netCheck'),
    unrounded(4, formulas.netReductionCheck, 'netCheck'),
    text(5, 'kilograms', 'plain'),
  ],
];

const BLANK: ResultRow = [];

/**
 * @param tables every table of the workbook
 * @param segments rows of the segment block, where the workbook has segments
 * @returns the result sheet's rows from the top, and how many of them are the printed page; below it stands what the rows are worked out from
 */
export function resultRows(
  tables: ReadonlySet<TableName>,
  segments: number,
): { readonly rows: readonly ResultRow[]; readonly printed: number } {
  const page = [
    ...HEAD,
    BLANK,
    ...RESULTS,
    BLANK,
    ...STAGE_TABLE,
    BLANK,
    ...FACTORS,
    ...(tables.has('KmcSideEffects') ? [SIDE_EFFECTS] : []),
    ...(tables.has('KmcSegments') ? [BLANK, ...segmentBlock(segments)] : []),
    BLANK,
    ...SETTINGS,
    BLANK,
    ...FOOT,
  ];
  return { rows: [...page, BLANK, ...BASIS_BLOCK, ...stockBlock(tables)], printed: page.length };
}

function segmentBlock(segments: number): ResultRow[] {
  const columns = ['delivered', 'unitsOutside', 'reduction', 'avoided'];
  const rows = Array.from({ length: segments }, (_, index): ResultRow => [
    shown(0, texts.segmentCell('id', index + 1), 'label'),
    ...columns.map((key, at) => unrounded(at + 1, texts.segmentCell(key, index + 1))),
  ]);
  const sums: ResultRow = [
    text(0, 'total'),
    unrounded(2, texts.segmentSum('unitsOutside')),
    unrounded(4, texts.segmentSum('avoided')),
  ];
  return [
    headingRow('bySegment'),
    headers('segment', 'segmentDelivered', 'segmentUnits', 'segmentReduction', 'segmentAvoided'),
    ...rows,
    sums,
  ];
}
