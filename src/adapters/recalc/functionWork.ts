import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
} from '@univerjs/engine-formula';
import { broadcastSize, cellsOf, sizeOf, type ArgumentValue, type Size } from './argumentSize';

/** How many cells a call goes through for the sizes of its arguments. */
type Walk = (sizes: readonly Size[]) => number;

interface Work {
  readonly walk: Walk;
  /** Steps a cell, from measurements. */
  readonly steps: number;
}

const total = (sizes: readonly Size[]): number => sizes.reduce((sum, size) => sum + cellsOf(size), 0);
/** Every cell of the arguments once. */
const through: Walk = (sizes) => total(sizes);
/** Every cell of the arguments and of the result. */
const cellwise: Walk = (sizes) => total(sizes) + cellsOf(broadcastSize(sizes));
/** Each cell of the one for each cell of the other. */
const crossed: Walk = (sizes) => sizes.slice(0, 2).reduce((product, size) => product * cellsOf(size), 1) + total(sizes);
/** The second argument, a line or a table, for each cell of the first. */
const lookedUp: Walk = (sizes) => {
  const [wanted, table] = sizes;
  return cellsOf(wanted!) * Math.max(table?.rows ?? 1, table?.columns ?? 1) + total(sizes);
};

/** All ranges for each cell of the conditions. */
const conditioned =
  (isCondition: (position: number) => boolean): Walk =>
  (sizes) => {
    const ranges = sizes.filter((_, position) => !isCondition(position));
    const conditions = sizes.filter((_, position) => isCondition(position));
    return total(ranges) * cellsOf(broadcastSize(conditions));
  };

const works = (walk: Walk, steps: number, names: string): readonly (readonly [string, Work])[] =>
  names.split(' ').map((name) => [name, { walk, steps }] as const);

const WORK = new Map<string, Work>([
  ...works(through, 15, 'AVERAGE PRODUCT GEOMEAN'),
  ...works(
    through,
    3,
    'AND OR XOR MAX MIN COUNT COUNTA COUNTBLANK NPV MEDIAN QUARTILE QUARTILE.INC ROWS COLUMNS SUMPRODUCT',
  ),
  ...works(through, 5, 'CONCAT TEXTJOIN'),
  ...works(through, 40, 'SUMSQ'),
  ...works(through, 140, 'STDEV STDEV.P STDEV.S STDEVP VAR VAR.P VAR.S VARP'),
  ...works(crossed, 1, 'LARGE SMALL RANK RANK.EQ PERCENTILE PERCENTILE.INC'),
  ...works(lookedUp, 1, 'MATCH VLOOKUP HLOOKUP XLOOKUP'),
  ...works(through, 1, 'INDEX'),
  ...works(
    conditioned((position) => position === 1),
    2,
    'COUNTIF SUMIF AVERAGEIF',
  ),
  ...works(
    conditioned((position) => position % 2 === 1),
    2,
    'COUNTIFS',
  ),
  ...works(
    conditioned((position) => position > 0 && position % 2 === 0),
    2,
    'SUMIFS AVERAGEIFS MAXIFS MINIFS',
  ),
  ...works(cellwise, 8, '= <> < > <= >= + - *'),
  ...works(cellwise, 50, 'ROUND ROUNDUP ROUNDDOWN TEXT'),
  ...works(cellwise, 15, 'TRANSPOSE ROW COLUMN CHOOSE IF IFERROR IFNA /'),
]);

/** Of every other function and operator. */
const OTHER: Work = { walk: cellwise, steps: 30 };
/** Of a member that SEQUENCE makes. */
const A_MEMBER = 10;
/** Of a member of an array that is added. */
const AN_OBJECT = 20;
/** Of a call with single values alone. */
const SINGLE = 2;

/** @param name function or operator in upper case; @returns steps that calling it takes, texts left out */
export function callWork(name: string, args: readonly ArgumentValue[]): number {
  const sizes = args.map(sizeOf);
  if (name === 'SEQUENCE') return SINGLE + sequenceCells(args) * A_MEMBER;
  if (name === 'SUM') return SINGLE + sumSteps(args);
  const { walk, steps } = WORK.get(name) ?? OTHER;
  const single = sizes.every((size) => cellsOf(size) <= 1);
  return single ? SINGLE : SINGLE + walk(sizes) * steps;
}

/** @returns the cells of an array that calling a function makes, at most; 0 for one that gives a single value */
export function resultCells(name: string, args: readonly ArgumentValue[]): number {
  if (name === 'SEQUENCE') return sequenceCells(args);
  return (WORK.get(name) ?? OTHER).walk === cellwise && name !== 'SUM' ? cellsOf(broadcastSize(args.map(sizeOf))) : 0;
}

/** Cells of a sheet are only looked at; an array is one of objects. */
function sumSteps(args: readonly ArgumentValue[]): number {
  const steps = (value: ArgumentValue) => {
    const cells = cellsOf(sizeOf(value));
    return cells > 1 && !value?.isReferenceObject() ? cells * AN_OBJECT : cells;
  };
  return args.reduce((sum, value) => sum + steps(value), 0);
}

function sequenceCells(args: readonly ArgumentValue[]): number {
  return Math.abs(singleNumber(args[0]) * singleNumber(args[1]));
}

/** @returns the number an argument stands for; 1 for one left out and for what is no number, which gives an error */
function singleNumber(value: ArgumentValue): number {
  if (!value) return 1;
  const single = value.isReferenceObject() ? (value as BaseReferenceObject).getFirstCell() : firstOf(value);
  const found = single.isError() || single.isNull() ? 1 : Number(single.getValue());
  return Number.isFinite(found) ? found : 1;
}

function firstOf(value: FunctionVariantType): BaseValueObject {
  const plain = value as unknown as BaseValueObject;
  return plain.isArray() ? (plain as unknown as ArrayValueObject).getFirstCell() : plain;
}
