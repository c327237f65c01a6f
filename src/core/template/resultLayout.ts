import { STAGES } from '../case/vocabulary';
import type { CellStyle } from './plan';
import * as formulas from './resultFormulas';
import type { ResultFormula } from './resultFormulas';

/** One cell of the result sheet. `text` is a key of `result`, `stage` a word of the vocabulary. */
export interface ResultCell {
  readonly column: number;
  readonly style: CellStyle;
  readonly id?: string;
  readonly text?: string;
  readonly stage?: (typeof STAGES)[number];
  readonly field?: string;
  readonly formula?: ResultFormula;
  /** Last column of a merged cell. */
  readonly to?: number;
}

export type ResultRow = readonly ResultCell[];

const LAST = 5;
const text = (column: number, key: string, style: CellStyle = 'label', to?: number): ResultCell => ({
  column,
  style,
  text: key,
  to,
});
const shown = (
  column: number,
  formula: ResultFormula,
  style: CellStyle = 'computed',
  id?: string,
  to?: number,
): ResultCell => ({ column, style, formula, id, to });

const headingRow = (key: string): ResultRow => [text(0, key, 'heading', LAST)];
const headers = (...keys: string[]): ResultRow => keys.map((key, column) => text(column, key, 'header'));

/** A field of the case beside its label. */
const fieldRow = (key: string): ResultRow => [
  { column: 0, style: 'label', field: key },
  shown(1, formulas.fieldText(key), 'plain', undefined, LAST),
];

const two = (left: string, right: string): ResultRow => [
  { column: 0, style: 'label', field: left },
  shown(1, formulas.fieldText(left), 'plain', undefined, 2),
  { column: 3, style: 'label', field: right },
  shown(4, formulas.fieldText(right), 'plain', undefined, LAST),
];

const HEAD: readonly ResultRow[] = [
  [text(0, 'title', 'title'), text(4, 'draft', 'warning', LAST)],
  [text(0, 'notTheCitysForm', 'note', LAST)],
  [
    { column: 0, style: 'label', field: 'addressee' },
    shown(1, formulas.fieldText('addressee'), 'plain', undefined, 2),
    { column: 3, style: 'label', field: 'submissionDate' },
    shown(4, formulas.dateText('submissionDate'), 'plain', undefined, LAST),
  ],
  two('applicant', 'representative'),
  fieldRow('applicantAddress'),
  two('citySite', 'siteRole'),
  fieldRow('contact'),
  two('productName', 'productModel'),
  [
    { column: 0, style: 'label', field: 'fiscalYear' },
    shown(1, formulas.fiscalYearText, 'plain', undefined, 2),
    { column: 3, style: 'label', field: 'timeSense' },
    shown(4, formulas.fieldText('timeSense'), 'plain', undefined, LAST),
  ],
  [
    { column: 0, style: 'label', field: 'functionalUnit' },
    shown(1, formulas.quantityText('functionalUnit'), 'plain'),
    shown(2, formulas.fieldText('functionalUnitDescription'), 'plain', undefined, LAST),
  ],
  fieldRow('baselineDescription'),
];

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
  shown(3, value, 'computed', id),
  shown(4, check, 'computed', `${id}Check`),
  shown(5, formulas.difference(id)),
];

const RESULTS: readonly ResultRow[] = [
  headingRow('certified'),
  headers('item', 'printed', 'unit', 'unrounded', 'check', 'difference'),
  resultRow(
    'reduction',
    shown(2, formulas.fieldText('reductionUnit'), 'computed', 'reductionUnit'),
    formulas.reduction,
    formulas.reductionCheck,
    'reductionDigits',
  ),
  resultRow('avoided', text(2, 'tonnes', 'computed'), formulas.avoided, formulas.avoidedCheck, 'avoidedDigits'),
  [text(0, 'perProduct'), shown(1, formulas.perProduct), shown(2, formulas.fieldText('reductionUnit'))],
];

const stageRow = (stage: (typeof STAGES)[number]): ResultRow => [
  { column: 0, style: 'label', stage },
  shown(1, formulas.stageSum('baseline', stage), 'computed', `baseline.${stage}`),
  shown(2, formulas.stageSum('product', stage), 'computed', `product.${stage}`),
  shown(3, formulas.stageReduction(stage), 'computed', `reduction.${stage}`),
  shown(4, formulas.stageOutside(stage), 'computed', `outside.${stage}`),
  shown(5, formulas.stageBar(stage), 'note'),
];

const TOTALS = ['baseline', 'product', 'reduction', 'outside'];

const STAGE_TABLE: readonly ResultRow[] = [
  headingRow('byStage'),
  headers('stage', 'baseline', 'product', 'stageReduction', 'stageOutside', 'bar'),
  ...STAGES.map(stageRow),
  [
    text(0, 'total'),
    ...TOTALS.map((key, index) => shown(index + 1, formulas.stageTotal(key), 'computed', `${key}.total`)),
  ],
];

const checked = (id: string, value: ResultFormula, check: ResultFormula, note: ResultCell): ResultRow => [
  text(0, id),
  shown(1, value, 'computed', id),
  note,
  text(3, 'check'),
  shown(4, check, 'computed', `${id}Check`),
  shown(5, formulas.difference(id)),
];

const FACTORS: readonly ResultRow[] = [
  headingRow('chain'),
  checked('rate', formulas.rate, formulas.rateCheck, text(2, 'none', 'plain')),
  checked('units', formulas.units, formulas.unitsCheck, shown(2, formulas.fieldText('soldUnit'), 'plain')),
  [
    text(0, 'delivered'),
    shown(1, formulas.delivered, 'computed', 'delivered'),
    text(2, 'none', 'plain'),
    text(3, 'lifetimeDelivered'),
    shown(4, formulas.lifetimeDelivered, 'computed', 'lifetimeDelivered'),
  ],
  [
    text(0, 'readingAll'),
    shown(1, formulas.reading('reduction')),
    text(2, 'kilograms', 'plain'),
    text(3, 'readingOutside'),
    shown(4, formulas.reading('outside')),
    text(5, 'kilograms', 'plain'),
  ],
  [
    text(0, 'certifiedBaseline'),
    shown(1, formulas.certifiedFootprint('baseline'), 'computed', 'certified.baseline'),
    text(2, 'kilograms', 'plain'),
    text(3, 'certifiedProduct'),
    shown(4, formulas.certifiedFootprint('product'), 'computed', 'certified.product'),
    text(5, 'kilograms', 'plain'),
  ],
  [
    text(0, 'reboundLoss'),
    shown(1, formulas.reboundLoss, 'computed', 'reboundLoss'),
    text(2, 'kilograms', 'plain'),
    text(3, 'netCheck'),
    shown(4, formulas.netReductionCheck, 'computed', 'netCheck'),
    text(5, 'kilograms', 'plain'),
  ],
];

const setting = (key: string): ResultRow => [
  { column: 0, style: 'label', field: key },
  shown(1, formulas.fieldText(key), 'plain', undefined, 2),
  shown(3, formulas.basisText(key), 'plain'),
  shown(4, formulas.noteText(key), 'note', undefined, LAST),
];

const SETTINGS: readonly ResultRow[] = [
  headingRow('settings'),
  [
    text(0, 'item', 'header'),
    text(1, 'choice', 'header', 2),
    text(3, 'basis', 'header'),
    text(4, 'note', 'header', LAST),
  ],
  ...['outsideReading', 'replacement', 'accounting', 'gwpSet', 'roundingMode', 'confidential'].map(setting),
  [
    text(0, 'gridYear'),
    shown(1, formulas.gridYear, 'plain', undefined, 2),
    text(3, 'rateMethod'),
    shown(4, formulas.rateMethod, 'plain', undefined, LAST),
  ],
];

const FOOT: readonly ResultRow[] = [
  [text(0, 'signature'), text(1, 'none', 'input', LAST)],
  [text(0, 'office', 'office-use'), text(1, 'none', 'office-use', LAST)],
];

const BLANK: ResultRow = [];

/**
 * @param segments rows of the segment block; 0 leaves it out
 * @returns the result sheet's rows from the top
 */
export function resultRows(segments: number): readonly ResultRow[] {
  return [
    ...HEAD,
    BLANK,
    ...RESULTS,
    BLANK,
    ...STAGE_TABLE,
    BLANK,
    ...FACTORS,
    ...(segments > 0 ? [BLANK, ...segmentBlock(segments)] : []),
    BLANK,
    ...SETTINGS,
    BLANK,
    ...FOOT,
  ];
}

function segmentBlock(segments: number): ResultRow[] {
  const columns = ['delivered', 'unitsOutside', 'reduction', 'avoided'];
  const rows = Array.from({ length: segments }, (_, index): ResultRow => [
    shown(0, formulas.segmentCell('id', index + 1), 'label'),
    ...columns.map((key, at) => shown(at + 1, formulas.segmentCell(key, index + 1))),
  ]);
  const sums: ResultRow = [
    text(0, 'total'),
    shown(2, formulas.segmentSum('unitsOutside')),
    shown(4, formulas.segmentSum('avoided')),
  ];
  return [
    headingRow('bySegment'),
    headers('segment', 'segmentDelivered', 'segmentUnits', 'segmentReduction', 'segmentAvoided'),
    ...rows,
    sums,
  ];
}
