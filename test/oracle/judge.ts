import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { PlainCase } from './plainCase';

/** A certified number as the second implementation gives it: exact to 60 digits, its fraction, and rounded as the case says; or why not. */
export type JudgedNumber =
  { readonly exact: string; readonly fraction: string; readonly rounded: string } | { readonly blocked: string };

export interface Judgement {
  readonly reductionPerUnit: JudgedNumber;
  readonly avoided: JudgedNumber;
  readonly contributionRate: string | { readonly blocked: string };
  readonly unitsOutside: string | { readonly blocked: string };
  readonly readings: Readonly<Record<'all-stages' | 'outside-share', string | { readonly blocked: string }>>;
  /** Baseline and product of each stage. */
  readonly stages: Readonly<Record<string, readonly [string, string]>> | { readonly blocked: string };
  readonly segments:
    | readonly Readonly<Record<'segment' | 'functionalUnitsPerUnit' | 'unitsOutside' | 'reduction', string>>[]
    | { readonly blocked: string };
}

/**
 * Runs the second implementation, in exact fractions, once over all cases.
 * @param script another copy of it, e.g. with a fault put in
 * @throws Error when Python is missing or fails
 */
export function judge(
  cases: readonly PlainCase[],
  script = path.resolve(__dirname, 'recompute.py'),
): readonly Judgement[] {
  const run = spawnSync('python3', ['-B', script], {
    input: cases.map((each) => JSON.stringify(each)).join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  if (run.stderr) throw new Error(run.stderr);
  if (run.error) throw run.error;
  return run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Judgement);
}
