import { STAGES, type Stage } from '../case/vocabulary';
import { emission, headers, headingRow, shown, text, type ResultCell, type ResultRow } from './resultCells';
import * as formulas from './resultFormulas';
import { FOOT, HEAD, SETTINGS } from './resultFrame';
import * as texts from './resultTexts';
import * as stages from './stageFormulas';
import type { ResultFormula } from './stageFormulas';

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
    shown(2, texts.reductionUnitText),
    formulas.reduction,
    formulas.reductionCheck,
    'reductionDigits',
  ),
  resultRow('avoided', text(2, 'tonnes', 'computed'), formulas.avoided, formulas.avoidedCheck, 'avoidedDigits'),
  [text(0, 'perProduct'), shown(1, formulas.perProduct), shown(2, texts.perProductUnitText)],
];

const stageRow = (stage: Stage): ResultRow => [
  { column: 0, style: 'label', stage },
  emission(1, stages.stageSum('baseline', stage), `baseline.${stage}`),
  emission(2, stages.stageSum('product', stage), `product.${stage}`),
  emission(3, stages.stageReduction(stage), `reduction.${stage}`),
  emission(4, stages.stageOutside(stage), `outside.${stage}`),
  shown(5, stages.stageBar(stage), 'note'),
];

const TOTALS = ['baseline', 'product', 'reduction', 'outside'];

const STAGE_TABLE: readonly ResultRow[] = [
  headingRow('byStage'),
  headers('stage', 'baseline', 'product', 'stageReduction', 'stageOutside', 'bar'),
  ...STAGES.map(stageRow),
  [text(0, 'total'), ...TOTALS.map((key, index) => emission(index + 1, stages.stageTotal(key), `${key}.total`))],
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
  checked('units', formulas.units, formulas.unitsCheck, shown(2, texts.fieldText('soldUnit'), 'plain')),
  [
    text(0, 'delivered'),
    shown(1, formulas.delivered, 'computed', 'delivered'),
    text(2, 'none', 'plain'),
    text(3, 'lifetimeDelivered'),
    shown(4, formulas.lifetimeDelivered, 'computed', 'lifetimeDelivered'),
  ],
  [
    text(0, 'readingAll'),
    emission(1, formulas.reading('reduction')),
    text(2, 'kilograms', 'plain'),
    text(3, 'readingOutside'),
    emission(4, formulas.reading('outside')),
    text(5, 'kilograms', 'plain'),
  ],
  [
    text(0, 'certifiedBaseline'),
    emission(1, formulas.certifiedFootprint('baseline'), 'certified.baseline'),
    text(2, 'kilograms', 'plain'),
    text(3, 'certifiedProduct'),
    emission(4, formulas.certifiedFootprint('product'), 'certified.product'),
    text(5, 'kilograms', 'plain'),
  ],
  [
    text(0, 'reboundLoss'),
    emission(1, formulas.reboundLoss, 'reboundLoss'),
    text(2, 'kilograms', 'plain'),
    text(3, 'netCheck'),
    emission(4, formulas.netReductionCheck, 'netCheck'),
    text(5, 'kilograms', 'plain'),
  ],
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
    shown(0, texts.segmentCell('id', index + 1), 'label'),
    ...columns.map((key, at) => (at < 2 ? shown : emission)(at + 1, texts.segmentCell(key, index + 1))),
  ]);
  const sums: ResultRow = [
    text(0, 'total'),
    shown(2, texts.segmentSum('unitsOutside')),
    emission(4, texts.segmentSum('avoided')),
  ];
  return [
    headingRow('bySegment'),
    headers('segment', 'segmentDelivered', 'segmentUnits', 'segmentReduction', 'segmentAvoided'),
    ...rows,
    sums,
  ];
}
