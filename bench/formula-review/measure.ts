import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { reviewFormulas } from '../../src/core/review/formulas/reviewFormulas';
import { row } from '../measure';
import { readLabels, type Labels } from './labels';
import { crossValidated, score, type Score } from './scores';

/**
 * Precision and recall of the formula review on labelled workbooks, cell by cell.
 *
 *     node -r ./bench/register.cjs bench/formula-review/measure.ts FOLDER [part of a workbook's name]
 *
 * FOLDER holds `workbooks/*.xlsx` and `labels.tsv` (workbook, sheet, cell, first labelling, second labelling).
 */
const [folder = '', only = ''] = process.argv.slice(2);
const FOLDS = 5;

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

async function reviewed(labels: Labels): Promise<Map<string, Map<string, Set<string>>>> {
  const found = new Map<string, Map<string, Set<string>>>();
  for (const file of readdirSync(path.join(folder, 'workbooks')).sort()) {
    const workbook = path.basename(file, '.xlsx');
    if (!workbook.includes(only)) continue;
    const { snapshot } = await readXlsx(readFileSync(path.join(folder, 'workbooks', file)));
    const checks = new Map<string, Set<string>>();
    for (const { check, sheet, cell } of reviewFormulas(snapshot).findings) {
      const cells = checks.get(check) ?? new Set();
      checks.set(check, cells.add(labels.key(workbook, sheet, cell)));
    }
    found.set(workbook, checks);
  }
  return found;
}

const shown = ({ found, precision, recall }: Score) => [found, precision.toFixed(3), recall.toFixed(3)];

async function main(): Promise<void> {
  const labels = readLabels(readFileSync(path.join(folder, 'labels.tsv'), 'utf8'));
  const found = await reviewed(labels);
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
  line('compared', COMPARED);
  line(
    'compared, warnings and errors only',
    COMPARED.filter((check) => check !== 'repeated-number'),
  );
  console.log(`\nChecks chosen on four fifths of the workbooks, measured on the fifth left out (${FOLDS} folds):`);
  for (const kind of kinds) row(kind, ...shown(crossValidated(found, labels, inScope(kind), COMPARED, FOLDS)));
}

void main();
