import type { InventoryLine } from '../../case/types';
import { groupBy } from '../../calculation/unitsOutside';
import { rememberByText } from '../../memo';
import { doubleOf } from '../../quantity/decimal';
import { normaliseText } from '../../quantity/normalise';
import { parseUnit } from '../../quantity/parseUnit';
import type { RuleInput } from './rule';

export type ListedSide = 'KmcBaseline' | 'KmcProduct' | 'KmcSideEffects';

/** Lines that hold together: of one side, one segment and one product of the baseline's mix. */
export interface LineList {
  readonly table: ListedSide;
  /** `null`: all segments. */
  readonly segment: string | null;
  /** `null`: every product of the mix. */
  readonly variant: string | null;
  readonly lines: readonly InventoryLine[];
}

/** @returns every list that has a line, in sheet order */
export function lineLists({ case: source }: Pick<RuleInput, 'case'>): readonly LineList[] {
  const sides: readonly (readonly [ListedSide, readonly InventoryLine[]])[] = [
    ['KmcBaseline', source.baseline.lines],
    ['KmcProduct', source.product.lines],
    ['KmcSideEffects', source.sideEffects.lines],
  ];
  return sides.flatMap(([table, lines]) =>
    [...groupBy(lines, ({ segment, variant }) => JSON.stringify([segment, variant])).values()].map((own) => ({
      table,
      segment: own[0]!.segment,
      variant: own[0]!.variant,
      lines: own,
    })),
  );
}

/** A quantity in a name: a number that stands apart and has something after it, as in "5 t" and "(1,000時間)", not in "Part 2". */
const QUANTITY = /(?<=^|[\s(×])\d[\d.,]*(?=\s?[^\s\d).,])/g;

/** A process as its name tells it, whatever quantities stand in it: "transport 5 t × 500 km" and "transport 8 t × 500 km" are one. */
export const nameOf = rememberByText((process) =>
  normaliseText(process).toLowerCase().replace(/\s+\(/g, '(').replace(QUANTITY, '#'),
);

/** @returns `null` for a line without stage or process */
export const processOf = ({ stage, process }: InventoryLine): string | null =>
  stage === null || process === null ? null : `${stage} ${nameOf(process)}`;

/** What one list states for one process. */
export interface StatedAmount {
  readonly list: LineList;
  readonly lines: readonly InventoryLine[];
  /** Sum of |amount| in base units of its dimension. */
  readonly amount: number;
}

/** @returns the amounts that lists state for one process in one dimension and for one reference, where two lists or more do */
export function likeAmounts(lists: readonly LineList[]): readonly (readonly StatedAmount[])[] {
  const stated = new Map<string, StatedAmount[]>();
  for (const list of lists)
    for (const [key, measured] of groupBy(list.lines.flatMap(measure), (line) => line.key)) {
      const amount = measured.reduce((sum, { size }) => sum + size, 0);
      const one = { list, lines: measured.map(({ line }) => line), amount };
      const known = stated.get(key);
      if (known) known.push(one);
      else stated.set(key, [one]);
    }
  return [...stated.values()].filter(({ length }) => length > 1);
}

function measure(line: InventoryLine): readonly { readonly line: InventoryLine; readonly key: string; size: number }[] {
  const process = processOf(line);
  const base = baseOf(line.unit ?? '');
  if (process === null || base === null || line.amount === null || line.amount.isZero()) return [];
  const key = `${line.per ?? ''} ${line.flow ?? ''} ${base.dimension} ${process}`;
  return [{ line, key, size: Math.abs(doubleOf(line.amount)) * base.factor }];
}

/** What a unit measures, as text, and how much of its base unit it is; `null` where it cannot be read. */
const baseOf = rememberByText((text): { readonly dimension: string; readonly factor: number } | null => {
  const unit = parseUnit(text);
  if (!unit.ok) return null;
  const dimension = Object.entries(unit.value.dimension).map(([name, power]) => `${name}^${power}`);
  return { dimension: dimension.sort().join('·'), factor: doubleOf(unit.value.factor) };
});

/** Amounts of which a size is told that others do not have. */
export interface FarApart {
  /** The odd one; of two nobody knows which it is, so that it is both. */
  readonly odd: readonly StatedAmount[];
  readonly others: readonly StatedAmount[];
}

/**
 * First against all amounts of the process, then in each segment against the other side and the other products of the mix.
 * @param times how many times as much is far
 */
export function farApart(stated: readonly StatedAmount[], times: number): readonly FarApart[] {
  const all = loneOnes(stated, times);
  const told = new Set(all.flatMap(({ odd }) => odd));
  const inSegments = [...groupBy(stated, ({ list }) => list.segment).values()].flatMap((own) =>
    own.length === stated.length ? [] : loneOnes(own, times),
  );
  return [...all, ...inSegments.filter(({ odd }) => !odd.some((one) => told.has(one)))];
}

function loneOnes(stated: readonly StatedAmount[], times: number): readonly FarApart[] {
  if (stated.length < 2) return [];
  const sorted = [...stated].sort((one, other) => one.amount - other.amount);
  const isFar = (at: number): boolean => at === 0 || sorted[at]!.amount >= times * sorted[at - 1]!.amount;
  const lone = sorted.filter((_, at) => isFar(at) && (at === sorted.length - 1 || isFar(at + 1)));
  if (lone.length > 0 && sorted.length === 2) return [{ odd: sorted, others: sorted }];
  return lone.map((one) => ({ odd: [one], others: sorted.filter((other) => other !== one) }));
}

/** A line of which its list says one thing where every other list says another of the process of this name. */
export interface Unlike {
  readonly line: InventoryLine;
  /** One line of another list that says what the others say. */
  readonly other: InventoryLine;
}

/**
 * Lines of one name and dimension whose stage, flow or reference is told otherwise than in all other lists. Of two lists that differ the
 * later one is named.
 */
export function unlikeLines(lists: readonly LineList[]): readonly Unlike[] {
  const byName = new Map<string, Map<LineList, InventoryLine[]>>();
  for (const list of lists)
    for (const [name, lines] of groupBy(list.lines.filter(isNamed), nameAndUnit)) {
      const known = byName.get(name) ?? new Map<LineList, InventoryLine[]>();
      byName.set(name, known.set(list, lines));
    }
  return [...byName.values()].filter(({ size }) => size > 1).flatMap((lines) => unlikeIn([...lines.values()]));
}

const isNamed = ({ process, stage, flow, per }: InventoryLine): boolean =>
  process !== null && stage !== null && flow !== null && per !== null;

const nameAndUnit = ({ process, unit }: InventoryLine): string =>
  `${baseOf(unit ?? '')?.dimension ?? ''} ${nameOf(process ?? '')}`;

const kindOf = ({ stage, flow, per }: InventoryLine): string => `${stage} ${flow} ${per}`;

function unlikeIn(lists: readonly (readonly InventoryLine[])[]): readonly Unlike[] {
  const kinds = lists.map((lines) => new Set(lines.map(kindOf)));
  const timesTold = new Map<string, number>();
  for (const kind of kinds.flatMap((own) => [...own])) timesTold.set(kind, (timesTold.get(kind) ?? 0) + 1);
  const usual = [...timesTold].filter(([, times]) => times === lists.length - 1).map(([kind]) => kind);
  return lists.flatMap((lines, at) => {
    const missing = usual.find((kind) => !kinds[at]!.has(kind));
    if (missing === undefined || (lists.length === 2 && at === 0)) return [];
    const other = lists.flat().find((line) => kindOf(line) === missing)!;
    return lines.filter((line) => timesTold.get(kindOf(line)) === 1).map((line) => ({ line, other }));
  });
}
