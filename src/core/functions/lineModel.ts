import type { ModelInput, ModelTerm, ReductionModel } from '../calculation/model';
import { Decimal } from '../quantity/decimal';
import { normaliseText } from '../quantity/normalise';
import { placeIn, placeName, refuse, type Block, type Place } from './arguments';
import { atLeast } from './bounds';
import { pair } from './pairing';
import { number, numbers, texts } from './parameters';
import { refuseNoShare } from './shares';

/** The arguments KMC.UNCERTAINTY and KMC.SENSITIVITY share. */
export const LINE_PARAMETERS = {
  baselineEmissions: numbers(),
  baselineU95: numbers(),
  baselineFactors: texts(),
  productEmissions: numbers(),
  productU95: numbers(),
  productFactors: texts(),
  rate: number(),
  units: number(),
};

type Name = keyof typeof LINE_PARAMETERS;
type At = (parameter: Name) => Place;

interface Lines {
  readonly baselineEmissions: Block<Decimal>;
  readonly baselineU95: Block<Decimal>;
  readonly baselineFactors: Block<string>;
  readonly productEmissions: Block<Decimal>;
  readonly productU95: Block<Decimal>;
  readonly productFactors: Block<string>;
  /** 0 to 1. */
  readonly rate: Decimal;
  readonly units: Decimal;
}

interface Line {
  readonly side: 'baseline' | 'product';
  readonly emission: Decimal;
  readonly u95: Decimal;
  readonly factor: string;
  readonly atU95: Place;
}

/**
 * c · N · (Σ baseline − Σ product) with one lognormal draw, of median 1, for each factor id: lines with the same id move together.
 * @param lines emissions in kg-CO2e per sold unit
 * @returns the model, its inputs being the factors in the order of the lines, then c and N
 * @throws FunctionError for ranges of different size, a U95 below 1, two U95 of one factor, a rate outside 0–1 and negative units
 */
export function lineModel(lines: Lines, at: At): ReductionModel {
  refuseNoShare(lines.rate, at('rate'));
  atLeast(lines.units, 0, at('units'));
  const all = [...linesOf('baseline', lines, at), ...linesOf('product', lines, at)];
  const factors = factorsOf(all);
  const names = [...factors.keys()];
  return {
    inputs: [
      ...[...factors].map(([id, { factor, u95 }]) => input(`factor:${id}`, 'factor', factor, new Decimal(1), u95)),
      input('rate:c', 'rate', 'c', lines.rate, null),
      input('units:N', 'units', 'N', lines.units, null),
    ],
    terms: all.map((line, row) => term(line, row, names.indexOf(keyOf(line)))),
    segments: [{ segment: null, functionalUnitsPerUnit: new Decimal(1), units: [names.length + 1] }],
    rate: [names.length],
    rebound: null,
  };
}

function linesOf(side: Line['side'], lines: Lines, at: At): readonly Line[] {
  const [emissions, u95, factors] = [`${side}Emissions`, `${side}U95`, `${side}Factors`] as const;
  const withU95 = pair(lines[emissions], lines[u95], at(emissions), at(u95));
  const withFactor = pair(lines[emissions], lines[factors], at(emissions), at(factors));
  return withU95.map(([emission, value], row) => {
    const atU95 = placeIn(lines[u95], row, at(u95));
    return { side, emission, u95: atLeast(value, 1, atU95), factor: withFactor[row]![1], atU95 };
  });
}

const keyOf = ({ factor }: Line): string => normaliseText(factor);

/** The first line of each factor. */
function factorsOf(lines: readonly Line[]): ReadonlyMap<string, Line> {
  const factors = new Map<string, Line>();
  for (const line of lines) {
    const first = factors.get(keyOf(line));
    if (!first) factors.set(keyOf(line), line);
    else if (!first.u95.equals(line.u95)) refuseSecondU95(line, first);
  }
  return factors;
}

function refuseSecondU95({ factor, u95, atU95 }: Line, first: Line): never {
  return refuse(atU95, 'u95-differs', {
    found: u95.toString(),
    factor,
    other: placeName(first.atU95),
    first: first.u95.toString(),
  });
}

const input = (
  id: string,
  kind: ModelInput['kind'],
  label: string,
  central: Decimal,
  u95: Decimal | null,
): ModelInput => ({
  id,
  kind,
  label,
  ref: null,
  cell: null,
  central,
  unit: '',
  spread: u95?.greaterThan(1) ? { distribution: 'lognormal', u95 } : null,
});

const term = ({ side, emission }: Line, row: number, factor: number): ModelTerm => ({
  segment: 0,
  side,
  stage: 'production',
  ref: { table: side, id: String(row + 1), sheet: '', row },
  coefficient: emission,
  inputs: [factor],
});

/** Runs × lines a cell may ask for: more would hold the sheet up. */
export const CELL_LIMIT = 1_000_000;

/** @throws FunctionError pointing to the pane, which simulates large cases beside the sheet */
export function refuseTooMuch(runs: number, lines: number, at: Place): void {
  if (runs * lines <= CELL_LIMIT) return;
  refuse(at, 'simulation-too-large', { runs, lines, limit: CELL_LIMIT, most: Math.floor(CELL_LIMIT / lines) });
}
