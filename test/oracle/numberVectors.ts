import type { ModelInput, ReductionModel } from '../../src/core/calculation/model';
import { Decimal } from '../../src/core/quantity/decimal';
import { exponential } from '../../src/core/quantity/exponential';
import { inverseNormal } from '../../src/core/quantity/inverseNormal';
import { naturalLogarithm } from '../../src/core/quantity/naturalLogarithm';
import { fillUniform } from '../../src/core/uncertainty/generator';
import { fillLognormal } from '../../src/core/uncertainty/lognormal';
import { sensitivity } from '../../src/core/uncertainty/sensitivity';
import { simulate } from '../../src/core/uncertainty/simulation';
import { EDGES, fillNormal } from '../../src/core/uncertainty/ziggurat';

/** Bits of each double as 16 hexadecimal digits, upper half first. */
function bits(values: Float64Array): string {
  const view = new DataView(new ArrayBuffer(8));
  return [...values]
    .map((value) => {
      view.setFloat64(0, value);
      return [0, 4].map((at) => view.getUint32(at).toString(16).padStart(8, '0')).join('');
    })
    .join(' ');
}

const COUNT = 20_000;

function uniform(): Float64Array {
  const out = new Float64Array(COUNT);
  fillUniform(Int32Array.from([20, 26, 11, 23]), 0, out, COUNT);
  return out;
}

/** So many that each layer's rim and the tail are met often. */
function normal(): Float64Array {
  const out = new Float64Array(COUNT * 5);
  fillNormal(Int32Array.from([20, 26, 11, 23]), 0, out, out.length);
  return out;
}

function lognormal(deviation: number): Float64Array {
  const out = normal().subarray(0, COUNT);
  fillLognormal(0.423, deviation, out, COUNT);
  return out;
}

const input = (id: string, central: string, spread: ModelInput['spread']): ModelInput => ({
  id,
  kind: id.split(':')[0] as ModelInput['kind'],
  label: id,
  ref: null,
  cell: null,
  central: new Decimal(central),
  unit: '',
  spread,
});

function model(): ReductionModel {
  const d = (value: string) => new Decimal(value);
  const ref = { table: 'KmcBaseline', id: 'B1', sheet: 'S', row: 1 };
  const one = new Decimal(1);
  return {
    inputs: [
      input('factor:電力', '0.423', { distribution: 'lognormal', u95: d('1.2') }),
      input('amount:b', '1200', { distribution: 'normal', low: d('1100'), high: d('1300') }),
      input('amount:p', '700', { distribution: 'triangular', low: d('650'), high: d('800') }),
      input('units:n', '50', { distribution: 'uniform', low: d('40'), high: d('60') }),
      input('rate:c', '0.7', null),
      input('rebound', '0.1', { distribution: 'lognormal', u95: d('1.5') }),
    ],
    terms: [
      { segment: 0, side: 'baseline', stage: 'use', ref, coefficient: one, inputs: [0, 1] },
      { segment: 0, side: 'product', stage: 'use', ref, coefficient: one, inputs: [0, 2] },
    ],
    segments: [{ segment: null, functionalUnitsPerUnit: d('2'), units: [3] }],
    rate: [4],
    rebound: 5,
  };
}

/** Everything two engines must agree on to the last bit, as text, by name. */
export function numberVectors(): Readonly<Record<string, string>> {
  const u = uniform();
  return {
    uniform: bits(u),
    exponential: bits(u.map((x) => exponential((x - 0.5) * 1480))),
    exponentialNearZero: bits(u.map((x) => exponential(x - 0.5))),
    naturalLogarithm: bits(u.map((x) => naturalLogarithm(exponential((x - 0.5) * 1400)))),
    naturalLogarithmNearOne: bits(u.map((x) => naturalLogarithm(0.5 + x))),
    inverseNormal: bits(u.map(inverseNormal)),
    inverseNormalTail: bits(u.map((x) => inverseNormal(x * exponential(-700 * x)))),
    layers: bits(EDGES),
    normal: bits(normal()),
    lognormal: bits(lognormal(0.2)),
    lognormalWide: bits(lognormal(40)),
    lognormalBeyond: bits(lognormal(60)),
    simulation: JSON.stringify(simulate(model(), { runs: 3000, seed: 42 })),
    sensitivity: JSON.stringify(sensitivity(model())),
  };
}
