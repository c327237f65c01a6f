import { parseFiscalYear } from '../case/fiscalYear';
import { failure, success, type Outcome } from '../message';
import type { Decimal } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';
import { parseNumber } from '../quantity/parseNumber';
import { parseUnit } from '../quantity/parseUnit';
import type { ColumnKind, ColumnSpec } from '../template/types';
import { dateOfSerial, isoDate } from './cellDates';
import { idText, shown, type Content } from './content';
import type { ReadingContext } from './readingContext';
import { readReference } from './referenceCells';

/** A word of a vocabulary, an id, a unit and a date are texts; a fiscal year and a score are plain whole numbers. */
export type Accepted = Decimal | string | number;

/** A cell's column and what else its content is judged by. */
export interface CellSetting {
  readonly spec: ColumnSpec;
  readonly context: ReadingContext;
  /** Number format code of the cell, asked for only where a number stands. */
  readonly format: () => string;
}

type CellReader = (content: Content, setting: CellSetting) => Outcome<Accepted>;

const refuse = (code: string, content: Content): Outcome<never> => failure(`reader.${code}`, { found: shown(content) });

const readText: CellReader = (content) =>
  typeof content === 'boolean' ? refuse('expected-text', content) : success(shown(content).trim());

const readId: CellReader = (content) => {
  const text = idText(content);
  return text === null ? refuse('expected-text', content) : success(text);
};

/** The number itself, without its unit: a date or a text that looks like a number is none. */
function numberIn(content: Content, { format, context }: CellSetting): Outcome<number> {
  if (typeof content === 'string')
    return refuse(parseNumber(content).ok ? 'number-as-text' : 'expected-number', content);
  if (typeof content === 'boolean') return refuse('expected-number', content);
  if (!context.memory.isDateFormat(format())) return success(content);
  return failure('reader.date-as-number', { found: shown(content), format: format() });
}

/** @param code of the refusal of a number outside the limits; whole limits compare alike as doubles and as decimals */
function numberWithin(
  content: Content,
  setting: CellSetting,
  low: number,
  high: number,
  code: string,
): Outcome<Decimal> {
  const number = numberIn(content, setting);
  if (!number.ok) return number;
  return number.value < low || number.value > high
    ? refuse(code, content)
    : success(setting.context.memory.decimalOf(number.value));
}

const readNumber: CellReader = (content, setting) => {
  const number = numberIn(content, setting);
  return number.ok ? success(setting.context.memory.decimalOf(number.value)) : number;
};

const readShare: CellReader = (content, setting) => numberWithin(content, setting, 0, 1, 'share-range');

const readSpread: CellReader = (content, setting) => numberWithin(content, setting, 1, Infinity, 'factor-below-one');

/** A share from 0 to 1, or a word: in the city (1), outside (0), unknown. */
const readPlace: CellReader = (content, setting) =>
  typeof content === 'string' ? setting.context.memory.placeWord(content) : readShare(content, setting);

/** Kept as typed; what it means is `parseUnit`'s. */
const readUnit: CellReader = (content) => {
  if (typeof content !== 'string') return refuse('expected-unit', content);
  const unit = parseUnit(content);
  return unit.ok ? success(content.trim()) : failure('reader.unit-unknown', { reason: unit.message });
};

const readChoiceCell: CellReader = (content, { spec, context }) => context.memory.choice(spec.choices!)(shown(content));

const readPeriod: CellReader = (content, setting) => {
  if (typeof content === 'boolean') return refuse('period-unknown', content);
  if (typeof content === 'number' && setting.context.memory.isDateFormat(setting.format()))
    return readNumber(content, setting);
  const year = parseFiscalYear(content);
  return year.ok ? year : refuse('period-unknown', content);
};

const readDate: CellReader = (content, { format, context }) => {
  const date =
    typeof content === 'number'
      ? dateOfSerial(content, context.memory.isDateFormat(format()), context.date1904)
      : isoDate(normaliseText(shown(content)));
  return date === null ? refuse('date-unknown', content) : success(date);
};

/** Whole numbers above it are no longer told apart by a cell. */
const MOST_EXACT = Number.MAX_SAFE_INTEGER;

function wholeNumber(content: Content, setting: CellSetting, low: number, high: number, code: string): Outcome<number> {
  const number = numberIn(content, setting);
  if (!number.ok) return number;
  const { value } = number;
  return Number.isInteger(value) && value >= low && value <= high ? number : refuse(code, content);
}

const readScore: CellReader = (content, setting) => wholeNumber(content, setting, 1, 5, 'score-range');
const readYear: CellReader = (content, setting) => wholeNumber(content, setting, 1900, 2199, 'year-range');
const readCount: CellReader = (content, setting) => wholeNumber(content, setting, 0, Infinity, 'count-range');
const readRuns: CellReader = (content, setting) => wholeNumber(content, setting, 100, 1_000_000, 'runs-range');
const readSeed: CellReader = (content, setting) => wholeNumber(content, setting, 0, MOST_EXACT, 'seed-range');

/** A change of nothing would vary nothing. */
const readChange: CellReader = (content, setting) =>
  numberWithin(content, setting, Number.MIN_VALUE, Infinity, 'not-above-zero');

const READERS: Readonly<Record<ColumnKind, CellReader>> = {
  id: readId,
  text: readText,
  number: readNumber,
  share: readShare,
  place: readPlace,
  unit: readUnit,
  choice: readChoiceCell,
  period: readPeriod,
  date: readDate,
  score: readScore,
  reference: (content, { spec, context }) => readReference(content, spec.references!, context.ids),
};

/** Numbers whose key says more than their kind: years, counts, and spreads stated as a factor of at least 1. */
const BY_KEY: Readonly<Record<string, CellReader>> = {
  year: readYear,
  age: readCount,
  fromYear: readCount,
  toYear: readCount,
  basicU: readSpread,
  u95: readSpread,
  uncertaintyRuns: readRuns,
  uncertaintySeed: readSeed,
  sensitivityChange: readChange,
};

/**
 * Reads what a cell holds as its column's kind demands. Nothing is coerced: a number typed as text, a truth value or a date is refused.
 * @returns the content in the core's terms, or a sentence without the column's header, which the caller adds as `header`
 */
export function readContent(content: Content, setting: CellSetting): Outcome<Accepted> {
  const { key, kind } = setting.spec;
  const reader = kind === 'number' ? (BY_KEY[key] ?? READERS.number) : READERS[kind];
  return reader(content, setting);
}
