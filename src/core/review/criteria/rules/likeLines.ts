import type { InventoryLine } from '../../../case/types';
import type { Stage } from '../../../case/vocabulary';
import { groupBy } from '../../../calculation/unitsOutside';
import { message } from '../../../message';
import type { Decimal } from '../../../quantity/decimal';
import { sum } from '../../../quantity/decimal';
import { atCase, atRow, atRows } from '../at';
import {
  farApart,
  likeAmounts,
  lineLists,
  nameOf,
  processOf,
  unlikeLines,
  type LineList,
  type StatedAmount,
  type Unlike,
} from '../likeLines';
import { ListsByKind } from '../listsByKind';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { heaviestOf, usedLines, type UsedLine } from '../usedLines';

/** How many times as much is asked about: no slip of a prefix (kg for t) is smaller, few real differences are greater. */
const APART = 100;

/** Amounts elsewhere that the sentence names. */
const MOST_SHOWN = 3;

/** Lists that differ in more than this share of their processes describe unlike things. */
const MOST_LACKING = { otherSegment: 1 / 2, otherProduct: 1 / 4 } as const;

/** What is told alike in several places is of like size there, and is left out nowhere. */
export const likeLines: Rule = {
  id: 'like-lines',
  criterion: 'A2',
  severity: 'warn',
  basis: 'assumption',
  source:
    'This tool: a slip of unit or prefix, or a line lost, shows against the same process of another segment, product or side; the hundredfold and the shares are assumptions of ours',
  judges: bothSides,
  check: (input) => {
    const lists = lineLists(input);
    const byKind = new ListsByKind(lists);
    const twice = lists.flatMap(({ lines }) => repeatedInStages(lines));
    const repeated = new Set(twice.flatMap((group) => group.map(({ ref }) => ref.id)));
    return [
      ...likeAmounts(lists).flatMap((stated) => apart(input, stated)),
      ...unlikeLines(lists).map((unlike) => toldOtherwise(input, unlike)),
      ...lists.flatMap((list) => lacking(input, list, byKind, repeated)),
      ...twice.map((group) => inTwoStages(input, group)),
      ...nothingLeft(input),
    ];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'grams-for-kilograms',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P2', column: 'amount', value: 800000 }],
      says: 'warn',
      at: { table: 'KmcBaseline', row: 'B2', column: 'amount' },
      alsoChanges: ['negative-kept', 'data-quality', 'sign-robust', 'line-complete'],
    },
    {
      name: 'other-reference',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P2', column: 'per', value: 'year' }],
      says: 'warn',
      at: { table: 'KmcProduct', row: 'P2', column: 'per' },
      alsoChanges: ['negative-kept', 'data-quality', 'sign-robust', 'line-complete'],
    },
    {
      name: 'line-lost',
      sample: 'radar',
      changes: [],
      without: [{ table: 'KmcProduct', row: 'P2' }],
      says: 'warn',
      at: { table: 'KmcProduct', row: 'P1', column: 'process' },
    },
    {
      name: 'in-two-stages',
      sample: 'water-pump',
      changes: [],
      with: [
        {
          table: 'KmcBaseline',
          values: {
            id: 'B9',
            stage: 'production',
            process: 'モーター巻線（銅）',
            flow: 'input',
            inCity: 0,
            amount: 8,
            unit: 'kg',
            per: 'sold-unit',
            factorId: 'x.copper',
            evidence: 'E1',
            year: 2024,
            region: 'JP',
          },
        },
      ],
      says: 'warn',
      at: { table: 'KmcBaseline', row: 'B2', column: 'stage' },
    },
    {
      name: 'nothing-left',
      sample: 'photovoltaics',
      changes: [{ table: 'KmcBaseline', row: 'B1', column: 'amount', value: 1000 }],
      says: 'warn',
      at: { table: 'KmcBaseline', row: 'B1', column: 'amount' },
    },
  ],
};

function apart(input: RuleInput, stated: readonly StatedAmount[]): readonly Verdict[] {
  return farApart(stated, APART).map(({ odd, others }) => {
    const refs = odd.flatMap(({ lines }) => lines.map(({ ref }) => ref));
    const params = {
      process: odd[0]!.lines[0]!.process ?? '',
      ids: refs.map(({ id }) => id),
      others: others.slice(0, MOST_SHOWN).map(({ lines }) => amountText(lines[0]!)),
      times: APART,
    };
    return { ...atRows(input, refs, 'amount'), message: message('rules.like-lines.apart', params) };
  });
}

const amountText = ({ ref, amount, unit }: StatedAmount['lines'][number]): string =>
  `${ref.id}: ${amount?.toString() ?? ''} ${unit ?? ''}`;

const COLUMNS = ['stage', 'flow', 'per'] as const;

function toldOtherwise(input: RuleInput, { line, other }: Unlike): Verdict {
  const differing = COLUMNS.filter((key) => line[key] !== other[key]);
  const columns = differing.map((key) => message(`template.columns.KmcProduct.${key}`));
  const params = { id: line.ref.id, process: line.process ?? '', columns, other: other.ref.id };
  const at = atRow(input, line.ref, differing[0]!, ...differing.slice(1));
  const beside = atRow(input, other.ref, differing[0]!).cells;
  return { ...at, cells: [...at.cells, ...beside], message: message('rules.like-lines.otherwise', params) };
}

/** Processes that the longest list of the same kind has and this one has not, where the two are told alike but for few. */
function lacking(
  input: RuleInput,
  list: LineList,
  lists: ListsByKind,
  repeated: ReadonlySet<string>,
): readonly Verdict[] {
  const own = lists.commonOf(list).flatMap(({ lines }) => lines);
  const lost = comparable(list, lists).flatMap(([other, most]) => {
    const missing = notAmong(own, other.lines);
    if (processCount(missing) > processCount(other.lines) * most) return [];
    const instead = notAmong(other.lines, own);
    return missing.filter(
      ({ ref, stage, process }) =>
        isFewer(instead, missing, stage) && !isExcluded(input, process!) && !repeated.has(ref.id),
    );
  });
  if (lost.length === 0) return [];
  const refs = list.lines.map(({ ref }) => ref);
  const params = {
    processes: [...new Set(lost.map(({ process }) => process!))],
    ids: [...new Set(lost.map(({ ref }) => ref.id))],
    first: refs[0]!.id,
  };
  return [
    {
      ...atRows(input, refs, 'process'),
      message: message('rules.like-lines.lacking', params),
      settle: message('rules.like-lines.settle-lacking'),
    },
  ];
}

const processCount = (lines: readonly InventoryLine[]): number => new Set(lines.map(processOf)).size;

/** Lines with a process that some others do not have. */
function notAmong(others: readonly InventoryLine[], lines: readonly InventoryLine[]): readonly InventoryLine[] {
  const known = new Set(others.map(processOf));
  return lines.filter((line) => processOf(line) !== null && !known.has(processOf(line)));
}

/** Of another process in its place nobody says that it was lost. */
const isFewer = (some: readonly InventoryLine[], others: readonly InventoryLine[], stage: Stage | null): boolean =>
  some.filter((line) => line.stage === stage).length < others.filter((line) => line.stage === stage).length;

/** Lists to compare one with, each with the share of its lines that may be missing before the two count as unlike. */
function comparable(list: LineList, lists: ListsByKind): readonly (readonly [LineList, number])[] {
  const { otherSegment, otherProduct } = MOST_LACKING;
  return [
    ...lists.longestOfOtherSegments(list).map((other) => [other, otherSegment] as const),
    ...lists.longestOfOtherVariants(list).map((other) => [other, otherProduct] as const),
    ...lists.longestBaselineOf(list).map((other) => [other, otherProduct] as const),
  ];
}

const isExcluded = ({ case: { exclusions } }: RuleInput, process: string): boolean =>
  exclusions.some(({ values }) => nameOf(values['process'] ?? '') === nameOf(process));

/** One process with one amount and one factor in two stages of a list: entered twice, not met twice. */
function repeatedInStages(lines: readonly InventoryLine[]): readonly (readonly InventoryLine[])[] {
  const whole = lines.filter(({ process, amount, stage }) => process && amount && !amount.isZero() && stage);
  const alike = groupBy(whole, ({ process, amount, unit, per, factorId, factor, flow }) =>
    JSON.stringify([process, amount, unit, per, factorId, factor, flow]),
  );
  return [...alike.values()].filter((group) => new Set(group.map(({ stage }) => stage)).size > 1);
}

function inTwoStages(input: RuleInput, group: readonly InventoryLine[]): Verdict {
  const refs = group.map(({ ref }) => ref);
  const params = { ids: refs.map(({ id }) => id), process: group[0]!.process ?? '' };
  return {
    ...atRows(input, refs, 'stage'),
    message: message('rules.like-lines.two-stages', params),
    settle: message('rules.like-lines.settle-two-stages'),
  };
}

/** Hardly anything of the baseline's emissions is left: so it is with few real products, and with every slip of a prefix. */
function nothingLeft(input: RuleInput): readonly Verdict[] {
  const lines = usedLines(input);
  if (lines.some(({ emission }) => emission === null)) return [];
  const of = (wanted: (used: UsedLine) => boolean): Decimal =>
    sum(lines.filter(wanted).map(({ emission }) => emission!));
  const [baseline, product] = [of(isBaseline), of(isNotBaseline)];
  if (!baseline.greaterThan(0) || product.lessThan(0) || product.times(APART).greaterThanOrEqualTo(baseline)) return [];
  const heaviest = [isBaseline, isNotBaseline].flatMap((side) => heaviestOf(lines.filter(side)));
  const params = { percent: product.times(100).dividedBy(baseline).toSignificantDigits(2).toString() };
  return [
    {
      ...atCase,
      cells: heaviest.flatMap(({ line }) => atRow(input, line.ref, 'amount').cells),
      message: message('rules.like-lines.nothing-left', params),
    },
  ];
}

const isBaseline = ({ side }: UsedLine): boolean => side === 'baseline';
const isNotBaseline = (used: UsedLine): boolean => !isBaseline(used);
