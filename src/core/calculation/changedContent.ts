import { CHOICE_SETS } from '../case/vocabulary';
import { failure, success, type Outcome } from '../message';
import type { Decimal } from '../quantity/decimal';
import { parseNumber } from '../quantity/parseNumber';
import { parseUnit } from '../quantity/parseUnit';
import { tableSpec } from '../template/tables';
import type { ColumnSpec, FieldSpec } from '../template/types';

/** What a cell of a case holds: whole numbers (years, ages, scores) are plain. */
export type Content = Decimal | string | number;

type Spec = Pick<ColumnSpec, 'key' | 'kind' | 'choices'> | (Omit<FieldSpec, 'kind'> & Pick<ColumnSpec, 'kind'>);

/** @returns the declaration of a column that an applicant fills */
export function specOf(table: string, column: string): ColumnSpec | undefined {
  const spec = tableSpec(table)?.columns.find(({ key }) => key === column);
  return spec && spec.kind !== 'id' && spec.formulaKind !== 'computed' ? spec : undefined;
}

/** Numbers that a case keeps as plain whole numbers. */
const WHOLE = ['year', 'age', 'fromYear', 'toYear'];

/** Fields of KmcCase keep a fiscal year as a decimal; rows keep it plain. */
const isField = (spec: Spec): spec is Extract<Spec, { group: string }> => 'group' in spec;

/** @param value in plain digits, a word of the vocabulary, or a text, as the reader hands it over */
export function contentOf(spec: Spec, value: string): Outcome<Content> {
  const { kind, key } = spec;
  if (kind === 'choice') {
    const words: readonly string[] = CHOICE_SETS[spec.choices!];
    return words.includes(value) ? success(value) : failure('calculation.variation-word', { found: value });
  }
  if (kind === 'place') return placeOf(value);
  if (kind === 'unit') {
    const unit = parseUnit(value);
    return unit.ok ? success(value) : unit;
  }
  const plain = !isField(spec) && (kind === 'score' || kind === 'period' || WHOLE.includes(key));
  if (plain || kind === 'number' || kind === 'share' || kind === 'period') return numberOf(kind, value, plain);
  return success(value);
}

function placeOf(value: string): Outcome<Content> {
  if (value === 'unknown') return success(value);
  const share = value === 'in' ? '1' : value === 'out' ? '0' : value;
  return numberOf('share', share, false);
}

function numberOf(kind: ColumnSpec['kind'], text: string, plain: boolean): Outcome<Content> {
  const number = parseNumber(text);
  if (!number.ok) return number;
  const { value } = number;
  if (kind === 'share' && (value.isNegative() || value.greaterThan(1)) && !value.isZero())
    return failure('calculation.variation-share', { found: text });
  if (!plain) return success(value);
  return value.isInteger() ? success(value.toNumber()) : failure('calculation.variation-whole', { found: text });
}

/** A content as the table of variations shows it. */
export const textOf = (content: Content | null): string | null => (content === null ? null : content.toString());
