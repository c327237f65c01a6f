import { message, type Message } from '../../message';
import type { FindingBasis } from '../finding';

/** What settles something, and what asks for it. */
export interface Settled {
  readonly settle: Message;
  readonly basis: FindingBasis;
}

/** Codes of reading and calculating by what settles them: key of a text `review.settle.<kind>`. */
type Kinds = Readonly<Record<string, readonly string[]>>;

/** What the workbook says does not hold together, cannot be read, or has no effect: nobody's rule. */
const FACTS = {
  'unsupported-table': ['reader.table-unsupported'],
  'header-row': ['reader.table-without-header'],
  nothing: ['reader.review-not-read', 'recalc.kept'],
  'one-column': ['reader.column-twice'],
  'one-language': ['reader.language-mixed'],
  'own-id': ['reader.id-missing', 'reader.id-twice'],
  state: ['reader.blank-required'],
  recalculate: ['reader.not-calculated', 'recalc.unknown'],
  'mend-error': ['reader.error-value'],
  'write-words': ['reader.expected-text'],
  'number-alone': ['reader.expected-number'],
  'type-number': ['reader.number-as-text'],
  'number-format': ['reader.date-as-number'],
  share: ['reader.share-range', 'calculation.variation-share', 'calculation.spread-rate'],
  'within-range': [
    'reader.score-range',
    'reader.year-range',
    'reader.factor-below-one',
    'reader.below-zero',
    'reader.not-above-zero',
    'reader.count-range',
    'reader.runs-range',
    'reader.seed-range',
    'calculation.setting-whole',
    'calculation.setting-number',
    'calculation.spread-below-one',
    'calculation.spread-units-negative',
    'calculation.variation-whole',
    'calculation.variation-denominator',
    'calculation.variation-below-zero',
    'calculation.years-survival',
    'calculation.years-use',
  ],
  'known-unit': ['reader.expected-unit', 'reader.unit-unknown'],
  'fitting-units': ['reader.line-units', 'calculation.line-units'],
  choose: ['reader.choice-unknown', 'reader.place-unknown', 'calculation.variation-word'],
  'write-as-listed': ['reader.choice-other-language', 'reader.choice-spelling', 'reader.reference-spelling'],
  'date-form': ['reader.period-unknown', 'reader.date-unknown'],
  'add-row': ['reader.reference-missing'],
  'add-table-row': ['reader.reference-table-missing'],
  'name-factor': ['reader.factor-missing'],
  'look-up-value': ['reader.factor-differs'],
  'look-up-unit': ['reader.factor-unit-differs'],
  'emission-per': ['reader.not-an-emission-factor', 'calculation.variation-no-factor'],
  'credit-sign': ['calculation.credit-adds'],
  'exchange-limits': ['reader.limits-order', 'calculation.variation-limits'],
  'value-or-limits': ['reader.value-outside-limits', 'calculation.spread-outside', 'calculation.spread-lognormal-sign'],
  'fit-distribution': ['calculation.spread-off-centre', 'calculation.spread-off-median'],
  'choose-distribution': ['reader.spread-without-distribution', 'calculation.path-range-without-distribution'],
  'both-limits': ['reader.limit-missing', 'calculation.spread-without-limits'],
  'one-spread': [
    'calculation.spread-twice',
    'calculation.spread-pedigree-lognormal',
    'calculation.spread-u95-lognormal',
  ],
  'all-scores': ['calculation.pedigree-incomplete'],
  'other-set': ['calculation.pedigree-no-factor'],
  'both-counts': ['reader.returns-above-units', 'calculation.variation-returns'],
  'same-sold-unit': ['reader.sales-unit-differs'],
  'share-or-ratio': ['reader.share-differs', 'calculation.variation-derived-share'],
  'known-field': ['reader.field-unknown'],
  'field-unit': ['reader.field-unit'],
  'carry-over': ['reader.template-version'],
  'no-share': ['reader.share-of-years', 'calculation.mix-share-with-years'],
  'later-year': ['reader.window-order'],
  'no-window': ['reader.window-not-used'],
  once: ['reader.row-twice', 'calculation.years-age-twice', 'calculation.path-year-twice'],
  'known-variation': [
    'reader.variation-table',
    'reader.variation-row',
    'reader.variation-column',
    'calculation.variation-row',
    'calculation.variation-unknown',
  ],
  'state-first': ['calculation.variation-without-unit'],
  'vary-factor': ['calculation.variation-looked-up'],
  'list-segment': ['calculation.line-segment'],
  'model-as-segment': ['calculation.product-variant'],
  'state-parameter': ['calculation.parameter-unusable'],
  'complete-row': ['calculation.line-incomplete', 'calculation.path-incomplete', 'calculation.years-incomplete'],
  'state-fiscal-year': ['calculation.path-needs-fiscal-year'],
  'state-years': ['calculation.path-needs-years'],
  'complete-path': ['calculation.path-years-missing'],
  'whole-range': ['calculation.path-range-incomplete'],
  'use-path': ['calculation.path-unused'],
  'every-year': ['calculation.years-gap'],
  survival: ['calculation.years-survival-rises'],
  service: ['calculation.years-no-service'],
  'same-years': ['calculation.years-contradict'],
  'record-again': ['analysis.outdated'],
  'break-circle': ['recalc.circular'],
  'decide-again': ['decisions.unreadable'],
  'adopt-again': [
    'adoption.mapping-unreadable',
    'adoption.range-lost',
    'adoption.sheet-lost',
    'adoption.header-gone',
    'adoption.header-count',
  ],
  apart: ['adoption.overlap'],
  'confirm-adoption': ['adoption.row-unknown', 'adoption.line-moved'],
  'extend-adoption': ['adoption.row-below'],
  'extend-table': ['reader.rows-below'],
  'place-column': ['adoption.column-not-placed'],
  'adopt-rows': [
    'adoption.sheet-unknown',
    'adoption.range-empty',
    'adoption.transposed',
    'adoption.no-header',
    'adoption.no-rows',
  ],
  'write-plainly': ['fixes.spelling.id', 'fixes.spelling.unit', 'fixes.spelling.period', 'fixes.spelling.sold-unit'],
} as const satisfies Kinds;

/** What this form of the case asks for. */
const ASKED = {
  'add-table': ['reader.table-missing'],
  'add-column': ['reader.column-missing'],
  'state-or-explain': ['reader.blank-expected'],
  'list-factor': ['reader.factor-without-source'],
  'drop-sign': ['reader.amount-negative'],
  'state-ratio': ['reader.ratio-incomplete'],
  'add-field': ['reader.field-missing'],
} as const satisfies Kinds;

const byCode = new Map<string, Settled>(
  [
    [FACTS, 'workbook'],
    [ASKED, 'assumption'],
  ].flatMap(([kinds, basis]) =>
    Object.entries(kinds as Kinds).flatMap(([kind, codes]) =>
      codes.map((code) => [code, { settle: message(`review.settle.${kind}`), basis: basis as FindingBasis }] as const),
    ),
  ),
);

/** For a code that a later version of this product may bring, e.g. in a package. */
const UNKNOWN: Settled = { settle: message('review.settle.other'), basis: 'workbook' };

/** @param code of a problem of reading or calculating that no rule owns */
export const readingSettled = (code: string): Settled => byCode.get(code) ?? UNKNOWN;

/** Every code that has a text of its own for what settles it. */
export const SETTLED_CODES: ReadonlySet<string> = new Set(byCode.keys());
