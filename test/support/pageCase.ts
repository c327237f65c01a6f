import type {
  AgeRow,
  Case,
  Factor,
  FactorPathRow,
  InventoryLine,
  MixRow,
  Reading,
  RowRef,
  Side,
} from '../../src/core/case/types';
import { Decimal } from '../../src/core/quantity/decimal';
import { reading, type CaseInput, type LineInput } from './caseBuilder';

type Numberish = string | number;

/** A line of a page's case; `factorId` where the page speaks of two factors. */
type PageLine = LineInput & { readonly factorId?: string };

type PageMix = Omit<NonNullable<CaseInput['mix']>[number], 'share'> & { readonly share?: Numberish };

/** The small case of a method page, as its JSON block holds it: {@link CaseInput} with the tables about years and side effects. */
export interface PageCase extends Omit<CaseInput, 'baseline' | 'product' | 'mix' | 'segments'> {
  readonly baseline: readonly PageLine[];
  readonly product: readonly PageLine[];
  readonly sideEffects?: readonly PageLine[];
  readonly mix?: readonly PageMix[];
  readonly segments?: readonly { readonly id: string; readonly functionalUnitsPerUnit?: Numberish }[];
  readonly ages?: readonly { readonly age: number; readonly survival: Numberish; readonly use: Numberish }[];
  /** U95 of factors, by their id. */
  readonly u95?: Readonly<Record<string, Numberish>>;
  readonly factorPaths?: readonly { readonly factorId: string; readonly year: number; readonly value: Numberish }[];
}

/** @returns the case as the reader would give it */
export function pageReading(page: PageCase): Reading {
  const { mix, segments, sideEffects = [], ages = [], factorPaths = [], u95 = {}, ...plain } = page;
  const built = reading({
    ...plain,
    segments: segments?.map(({ id, functionalUnitsPerUnit: k }) => ({
      id,
      functionalUnitsPerUnit: k === undefined ? null : new Decimal(k),
    })),
    mix: mix?.map((row) => ({ ...row, share: row.share ?? 1 })),
  });
  const rest: Partial<Case> = {
    baseline: named(built.case.baseline.lines, page.baseline),
    product: named(built.case.product.lines, page.product),
    sideEffects: named(linesOf(sideEffects), sideEffects),
    mix: built.case.mix.map((row, index): MixRow =>
      mix?.[index]?.share === undefined ? { ...row, share: null } : row,
    ),
    ages: ages.map((row, index) => ageRow(row, index)),
    factorPaths: factorPaths.map((row, index) => pathRow(row, index)),
  };
  const whole = { ...built.case, ...rest };
  return { ...built, case: { ...whole, factors: factorsOf(whole, u95) } };
}

const rowRef = (table: string, id: string, row: number): RowRef => ({ table, id, sheet: table, row });

function linesOf(inputs: readonly PageLine[]): readonly InventoryLine[] {
  const { lines } = reading({ baseline: inputs, product: [] }).case.baseline;
  return lines.map((line) => ({ ...line, ref: { ...line.ref, table: 'KmcSideEffects', sheet: 'KmcSideEffects' } }));
}

const named = (lines: readonly InventoryLine[], inputs: readonly PageLine[]): Side => ({
  lines: lines.map((line, index) => ({ ...line, factorId: inputs[index]!.factorId ?? line.factorId })),
});

const ageRow = ({ age, survival, use }: NonNullable<PageCase['ages']>[number], index: number): AgeRow => ({
  ref: rowRef('KmcYears', `Y${index + 1}`, index + 1),
  segment: null,
  age,
  survival: new Decimal(survival),
  use: new Decimal(use),
});

function pathRow(
  { factorId, year, value }: NonNullable<PageCase['factorPaths']>[number],
  index: number,
): FactorPathRow {
  const ref = rowRef('KmcFactorPaths', `A${index + 1}`, index + 1);
  return { ref, factorId, year, value: new Decimal(value), low: null, high: null, source: null };
}

/** One row of KmcFactors for each factor that the lines name. */
function factorsOf(source: Case, u95: NonNullable<PageCase['u95']>): readonly Factor[] {
  const lines = [...source.baseline.lines, ...source.product.lines, ...source.sideEffects.lines];
  const first = new Map(lines.reverse().map((line) => [line.factorId ?? '', line]));
  return [...first].map(([id, { factor, factorUnit }], index) => ({
    ref: rowRef('KmcFactors', id, index + 1),
    value: factor,
    unit: factorUnit,
    attributes: { u95: id in u95 ? String(u95[id]) : null },
  }));
}
