import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { ModelInput, ModelTerm, ReductionModel } from '../src/core/calculation/model';
import { Decimal } from '../src/core/quantity/decimal';
import { createSimulation } from '../src/core/uncertainty/simulation';
import { heldMegabytes, row } from './measure';

/**
 * 10,000 runs of 1,000 lines, each a lognormal amount of its own times one of fifty lognormal factors that lines share, beside the same
 * draws and sums in numpy, turn by turn in one run.
 */
const LINES = 1000;
const FACTORS = 50;
const RUNS = 10_000;
const TURNS = 7;

const input = (id: string, kind: ModelInput['kind'], central: number, u95: string): ModelInput => ({
  id,
  kind,
  label: id,
  ref: null,
  cell: null,
  central: new Decimal(central),
  unit: '',
  spread: { distribution: 'lognormal', u95: new Decimal(u95) },
});

function model(): ReductionModel {
  const factors = Array.from({ length: FACTORS }, (_, at) => input(`factor:F${String(at)}`, 'factor', 0.5, '1.2'));
  const amounts = Array.from({ length: LINES }, (_, at) => input(`amount:L${String(at)}`, 'amount', 10, '1.5'));
  const terms = amounts.map((_, at): ModelTerm => ({
    segment: 0,
    side: at % 2 === 0 ? 'baseline' : 'product',
    stage: 'production',
    ref: { table: 'KmcBaseline', id: `L${String(at)}`, sheet: 'S', row: at },
    coefficient: new Decimal(at % 2 === 0 ? 2 : 1),
    inputs: [FACTORS + at, at % FACTORS],
  }));
  const segment = { segment: null, functionalUnitsPerUnit: new Decimal(1), units: [] };
  return { inputs: [...factors, ...amounts], terms, segments: [segment], rate: [], rebound: null };
}

interface Turn {
  readonly ms: number;
  /** Processor time, which other programs on the machine change less than they change the clock's. */
  readonly cpu: number;
  readonly mean: number;
  readonly deviation: number;
}

function ours(seed: number): Turn {
  const start = performance.now();
  const used = process.cpuUsage();
  const simulation = createSimulation(model(), { runs: RUNS, seed });
  simulation.advance(RUNS);
  const { mean, standardDeviation } = simulation.summary().reduction;
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - start, cpu: (user + system) / 1000, mean, deviation: standardDeviation };
}

function peer(seed: number): Turn {
  const script = path.join(__dirname, 'uncertainty-peer.py');
  const run = spawnSync('python3', [script, ...[LINES, FACTORS, RUNS, seed].map(String)], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr || String(run.error));
  return JSON.parse(run.stdout) as Turn;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** Over the turns, each with a seed of its own: average and its standard error. */
function average(values: readonly number[]): string {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
  return `${mean.toFixed(2)} ± ${Math.sqrt(variance / values.length).toFixed(2)}`;
}

/** Memory one simulation holds. */
function held(runs: number): string {
  const before = heldMegabytes();
  const simulation = createSimulation(model(), { runs, seed: 0 });
  simulation.advance(runs);
  const after = heldMegabytes();
  return `${(after - before).toFixed(1)} MB (${String(simulation.done)} runs)`;
}

ours(0);
const turns = Array.from({ length: TURNS }, (_, seed) => ({ ours: ours(seed + 1), peer: peer(seed + 1) }));
const times = (who: 'ours' | 'peer', clock: 'ms' | 'cpu') => turns.map((turn) => turn[who][clock]);
const show = (who: 'ours' | 'peer', name: string) =>
  row(
    name,
    median(times(who, 'ms')).toFixed(0),
    median(times(who, 'cpu')).toFixed(0),
    Math.min(...times(who, 'cpu')).toFixed(0),
    average(turns.map((turn) => turn[who].mean)),
    average(turns.map((turn) => turn[who].deviation)),
  );
row(
  `${String(RUNS)} runs × ${String(LINES)} lines`,
  'median ms',
  'median CPU ms',
  'best CPU ms',
  'mean',
  'standard deviation',
);
row('---', '---', '---', '---', '---', '---');
show('ours', 'KMC');
show('peer', 'numpy');
const ratio = (clock: 'ms' | 'cpu') => (median(times('ours', clock)) / median(times('peer', clock))).toFixed(2);
console.log(`ours ÷ numpy: ${ratio('ms')} by the clock, ${ratio('cpu')} by processor time`);
console.log(`held by one simulation: ${held(RUNS)}, ${held(RUNS * 10)}`);
console.log(`peak of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
