import type { Case, Factor, InventoryLine } from '../../case/types';
import type { Assessment } from '../../calculation/types';
import { message, type Message } from '../../message';
import { Decimal, doubleOf, sum } from '../../quantity/decimal';
import { factorById } from '../../reference/factorById';
import type { RuleInput } from './rule';

export type SideName = 'baseline' | 'product' | 'side-effect';

/** A line with the factor it names and what it comes to. */
export interface UsedLine {
  readonly line: InventoryLine;
  readonly side: SideName;
  /** Row of KmcFactors; `null` where the line names none that is listed. */
  readonly factor: Factor | null;
  /** kg-CO2e per functional unit, all stages; 0 for biogenic carbon, which counts apart; `null` while it is not known. */
  readonly emission: Decimal | null;
}

type Source = Pick<RuleInput, 'case' | 'assessment'>;

const APART = new Decimal(0);

const known = new WeakMap<Assessment, readonly UsedLine[]>();

/** Every inventory line: baseline, product, side effects, each in sheet order. */
export function usedLines({ case: source, assessment }: Source): readonly UsedLine[] {
  const lines = known.get(assessment) ?? joined(source, assessment);
  known.set(assessment, lines);
  return lines;
}

function joined(source: Case, { lines }: Assessment): readonly UsedLine[] {
  const factors = new Map(source.factors.map((factor) => [factor.ref.id, factor]));
  const emissions = new Map(lines.map(({ side, ref, emission }) => [`${side} ${ref.id}`, emission.allStages]));
  const of = (side: SideName, all: readonly InventoryLine[]): UsedLine[] =>
    all.map((line) => ({
      line,
      side,
      factor: (line.factorId !== null && factors.get(line.factorId)) || null,
      emission:
        lines.length > 0 && line.flow === 'biogenic' ? APART : (emissions.get(`${side} ${line.ref.id}`) ?? null),
    }));
  return [
    ...of('baseline', source.baseline.lines),
    ...of('product', source.product.lines),
    ...of('side-effect', source.sideEffects.lines),
  ];
}

/** Σ |e| of lines whose emission is known. */
export const magnitude = (lines: readonly UsedLine[]): Decimal =>
  sum(lines.map(({ emission }) => emission?.abs() ?? new Decimal(0)));

/**
 * The lines that make a share of Σ|e|, the greatest first, as few as will do.
 * @param percent of Σ|e|
 * @returns `null` while the emission of a line is not known
 */
export function majorLines(lines: readonly UsedLine[], percent: Decimal): readonly UsedLine[] | null {
  const sorted = greatestFirst(lines);
  if (sorted === null) return null;
  const wanted = sum(sorted.map(([, size]) => size))
    .times(percent)
    .dividedBy(100);
  const major: UsedLine[] = [];
  let covered = new Decimal(0);
  for (const [line, size] of sorted) {
    if (covered.greaterThanOrEqualTo(wanted)) break;
    major.push(line);
    covered = covered.plus(size);
  }
  return major;
}

type Sized = readonly (readonly [UsedLine, Decimal])[];
const sortedLines = new WeakMap<readonly UsedLine[], Sized>();

/** Equal ones by table and id, so that a sorted sheet gives the same order. */
function greatestFirst(lines: readonly UsedLine[]): Sized | null {
  if (lines.some(({ emission }) => emission === null)) return null;
  const known = sortedLines.get(lines);
  if (known) return known;
  const place = ({ line: { ref } }: UsedLine): string => `${ref.table} ${ref.id}`;
  const keyed = lines.map((used) => ({ used, size: used.emission!.abs(), key: doubleOf(used.emission!.abs()) }));
  keyed.sort(
    (one, other) =>
      other.key - one.key || other.size.comparedTo(one.size) || (place(one.used) < place(other.used) ? -1 : 1),
  );
  const sorted = keyed.map(({ used, size }) => [used, size] as const);
  sortedLines.set(lines, sorted);
  return sorted;
}

/** @returns the line of the greatest |e|, the first of equal ones; none where no emission is known */
export function heaviestOf(lines: readonly UsedLine[]): readonly UsedLine[] {
  let heaviest: UsedLine | null = null;
  for (const used of lines)
    if (used.emission && !heaviest?.emission?.abs().greaterThanOrEqualTo(used.emission.abs())) heaviest = used;
  return heaviest ? [heaviest] : [];
}

/** @returns % of Σ|e| that some of the lines make, to three digits; `null` where nothing is known */
export function shareOf(some: readonly UsedLine[], all: readonly UsedLine[]): string | null {
  const whole = magnitude(all);
  if (whole.isZero() || all.some(({ emission }) => emission === null)) return null;
  return magnitude(some).times(100).dividedBy(whole).toSignificantDigits(3).toString();
}

/** Factors that lines name, each with its lines, in the order in which they are first met. */
export function byFactor(lines: readonly UsedLine[]): ReadonlyMap<Factor, readonly UsedLine[]> {
  const groups = new Map<Factor, UsedLine[]>();
  for (const used of lines) {
    if (!used.factor) continue;
    const group = groups.get(used.factor);
    if (group) group.push(used);
    else groups.set(used.factor, [used]);
  }
  return groups;
}

/** A column of a factor, in the workbook or, where it is blank there, of the built-in figure with its id. */
export function attributeOf(
  factor: Factor,
  key: 'boundary' | 'gridKind' | 'gwp' | 'licence' | 'redistribution',
): string | null {
  const builtIn = factorById(factor.ref.id);
  return factor.attributes[key] ?? (builtIn && builtIn[key === 'gwp' ? 'gwpSet' : key]) ?? null;
}

/** A factor as people know it, in the reader's language where the workbook has a name in it. */
export function factorName({ ref, attributes }: Factor): Message | string {
  const [ja, en] = [attributes['nameJa'] ?? null, attributes['nameEn'] ?? null];
  const name = ja ?? en;
  if (name === null) return ref.id;
  return message('rules.common.factor', { nameJa: ja ?? name, nameEn: en ?? name, id: ref.id });
}
