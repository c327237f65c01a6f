import type { ReductionModel } from '../../src/core/calculation/model';
import { Decimal } from '../../src/core/quantity/decimal';
import { inSlices } from '../../src/taskpane/uncertainty/inSlices';
import { Memory } from '../../src/taskpane/uncertainty/memory';
import { simulationRun, type SimulationState } from '../../src/taskpane/uncertainty/simulationRun';

/** One baseline line of 0–2 kWh at 1 kg and a product of nothing: the mean is 1. */
function model(central: number): ReductionModel {
  const one = new Decimal(1);
  const spread = { distribution: 'uniform', low: new Decimal(central - 1), high: new Decimal(central + 1) } as const;
  const ref = { table: 'KmcBaseline', id: 'B1', sheet: 'B', row: 1 };
  return {
    inputs: [
      { id: 'amount', kind: 'amount', label: '', ref, cell: null, central: new Decimal(central), unit: 'kWh', spread },
    ],
    terms: [{ segment: 0, side: 'baseline', stage: 'use', ref, coefficient: one, inputs: [0] }],
    segments: [{ segment: null, functionalUnitsPerUnit: one, units: [] }],
    rate: [],
    rebound: null,
  };
}

const OPTIONS = { runs: 2000, seed: 1 };

function begin(of: ReductionModel) {
  const states: SimulationState[] = [];
  const end = simulationRun(of, OPTIONS, (state) => states.push(state));
  const last = () => states.at(-1)!;
  const over = async () => {
    while (last().phase === 'waiting' || last().phase === 'running') await pause(20);
    return last();
  };
  return { states, end, over };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('a simulation beside a workbook', () => {
  it('waits, tells how far it is, and ends with a result', async () => {
    const { states, over } = begin(model(1));
    const done = await over();
    expect(states[0]).toEqual({ phase: 'waiting' });
    if (done.phase !== 'done') throw new Error(done.phase);
    // Uniform from 0 to 2: 2.5 % of it are 0.05 and 1.95
    expect(done.result.reduction.low).toBeCloseTo(0.05, 1);
    expect(done.result.reduction.high).toBeCloseTo(1.95, 1);
    const parts = states.flatMap((state) => (state.phase === 'running' ? [state.part] : []));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
  });

  it('gives a known result at once, also for another model of the same content', async () => {
    await begin(model(3)).over();
    const again = begin(model(3));
    expect(again.states).toEqual([expect.objectContaining({ phase: 'done' })]);
  });

  it('is silent once ended', async () => {
    const { states, end } = begin(model(5));
    end();
    await pause(600);
    expect(states).toEqual([{ phase: 'waiting' }]);
  });

  it('says why it gave nothing', async () => {
    const { over } = begin({ ...model(1), segments: [...model(1).segments, ...model(1).segments] });
    expect(await over()).toMatchObject({ phase: 'failed', reason: { code: 'uncertainty.no-units' } });
  });
});

describe('slices', () => {
  it('leave room for others between two of them, and end between two of them', async () => {
    const ending = new AbortController();
    let done = 0;
    const work = {
      runs: 100_000,
      get done() {
        return done;
      },
      advance: (runs: number) => {
        const until = performance.now() + 5;
        while (performance.now() < until);
        done += runs;
      },
    };
    let others = 0;
    const timer = setInterval(() => (others += 1), 1);
    void inSlices(work, () => undefined, ending.signal);
    while (others < 3) await pause(5);
    clearInterval(timer);
    ending.abort();
    const reached = done;
    await pause(50);
    expect(done).toBe(reached);
    expect(reached).toBeGreaterThan(0);
  });
});

describe('the memory', () => {
  it('forgets the oldest', () => {
    const memory = new Memory<number>();
    for (let index = 0; index < 10; index += 1) memory.set(String(index), index);
    expect([memory.get('0'), memory.get('1'), memory.get('2'), memory.get('9')]).toEqual([undefined, undefined, 2, 9]);
  });
});
