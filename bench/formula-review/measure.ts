import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { reviewFormulas } from '../../src/core/review/formulas/reviewFormulas';
import { row } from '../measure';
import { readLabels, type Labels } from './labels';
import { chosenElsewhere, score, type Score } from './scores';

/** Checks that say what both labellings mean: a cell that differs from the cells it belongs to. */
const COMPARED = [
  'typed-over-formula',
  'number-among-formulas',
  'range-ends',
  'inconsistent-formula',
  'literal-differs',
  'double-counting',
  'repeated-number',
];

/** Published figures on these workbooks, cell by cell, against the first labelling. */
const PEERS: readonly (readonly [string, number, number])[] = [
  ['TASI', 0.679, 0.816],
  ['CACheck', 0.767, 0.549],
  ['AmCheck', 0.735, 0.504],
  ['CUSTODES', 0.653, 0.505],
  ['ExceLint', 0.288, 0.027],
  ["Excel's own checker", 0.078, 0.14],
];

interface Reviewed {
  /** Cells found, by workbook and check. */
  readonly found: ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;
  readonly times: readonly (readonly [workbook: string, formulas: number, read: number, review: number])[];
}

async function reviewed(folder: string, only: string, labels: Labels): Promise<Reviewed> {
  const found = new Map<string, Map<string, Set<string>>>();
  const times: (readonly [string, number, number, number])[] = [];
  for (const file of readdirSync(path.join(folder, 'workbooks')).sort()) {
    const workbook = path.basename(file, '.xlsx');
    if (!workbook.includes(only)) continue;
    const start = performance.now();
    const { snapshot } = await readXlsx(readFileSync(path.join(folder, 'workbooks', file)));
    const read = performance.now();
    const { findings, formulas } = reviewFormulas(snapshot);
    times.push([workbook, formulas, read - start, performance.now() - read]);
    const checks = new Map<string, Set<string>>();
    for (const { check, sheet, cell } of findings) {
      const cells = checks.get(check) ?? new Set();
      checks.set(check, cells.add(labels.key(workbook, sheet, cell)));
    }
    found.set(workbook, checks);
  }
  return { found, times };
}

const shown = ({ found, precision, recall }: Score) => [found, precision.toFixed(3), recall.toFixed(3)];

/**
 * Precision and recall of the formula review on labelled workbooks, cell by cell, beside the published peers; and its time.
 * @param folder holds `workbooks/*.xlsx` and `labels.tsv` (workbook, sheet, cell, first labelling, second labelling)
 * @param only part of a workbook's name
 */
export async function measure(folder: string, only = ''): Promise<void> {
  if (!folder || !existsSync(path.join(folder, 'labels.tsv'))) {
    console.log(
      'No labelled workbooks: name their folder as an argument or in KMC_FORMULA_CORPUS. They are no part of the project.',
    );
    return;
  }
  const labels = readLabels(readFileSync(path.join(folder, 'labels.tsv'), 'utf8'));
  const { found, times } = await reviewed(folder, only, labels);
  const cellsOf = (checks: readonly string[]) =>
    new Set([...found.values()].flatMap((byCheck) => checks.flatMap((check) => [...(byCheck.get(check) ?? [])])));
  const kinds = ['first', 'second', 'both', 'either'] as const;
  const inScope = (kind: (typeof kinds)[number]) =>
    new Set([...labels[kind]].filter((key) => found.has(labels.workbookOf(key))));
  row('check', ...kinds.flatMap((kind) => [`${kind}: found`, 'precision', 'recall']));
  row(...Array.from({ length: 13 }, () => '---'));
  const all = [...new Set([...found.values()].flatMap((byCheck) => [...byCheck.keys()]))].sort();
  const line = (name: string, checks: readonly string[]) =>
    row(name, ...kinds.flatMap((kind) => shown(score(cellsOf(checks), inScope(kind)))));
  for (const check of all) line(check, [check]);
  line('**compared**', COMPARED);
  for (const [name, precision, recall] of PEERS)
    row(name, '', precision, recall, ...Array.from({ length: 9 }, () => ''));
  console.log('\nEach workbook with the checks that were worth it on all the others, pooled:');
  for (const kind of kinds) row(kind, ...shown(chosenElsewhere(found, labels, inScope(kind), COMPARED)));
  timed(times);
}

function timed(times: Reviewed['times']): void {
  console.log('\n');
  row('workbook', 'formulas', 'read, ms', 'review, ms');
  row('---', '---', '---', '---');
  for (const [workbook, formulas, read, review] of times) row(workbook, formulas, read.toFixed(0), review.toFixed(0));
}
