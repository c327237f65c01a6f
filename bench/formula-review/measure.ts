import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readXlsx } from '../../src/adapters/xlsx/read/readXlsx';
import { reviewFormulas, type Finding } from '../../src/core/review/formulas/reviewFormulas';
import { THRESHOLDS } from '../../src/core/review/formulas/thresholds';
import type { WorkbookSnapshot } from '../../src/core/workbook/snapshot';
import { row } from '../measure';
import { Compared } from './compared';
import { readLabels, type Labels } from './labels';
import { Chooser, groupsOf, leftOut } from './leaveOut';
import { countsOf, intervals, perWorkbook, pooled, type Found, type Score } from './scores';

/** Published figures on these workbooks, cell by cell, against the first labelling. */
const PEERS: readonly (readonly [string, number, number])[] = [
  ['TASI', 0.679, 0.816],
  ['CACheck', 0.767, 0.549],
  ['AmCheck', 0.735, 0.504],
  ['CUSTODES', 0.653, 0.505],
  ['ExceLint', 0.288, 0.027],
  ["Excel's own checker", 0.078, 0.14],
];

const LABELLINGS = ['first', 'second', 'both', 'either'] as const;
type Marked = Readonly<Record<(typeof LABELLINGS)[number], ReadonlySet<string>>>;

/**
 * Precision and recall of the formula review on labelled workbooks, cell by cell, beside the published peers; what is left of them where
 * thresholds and checks are chosen on other workbooks; and the time each workbook takes.
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
  const snapshots = await timed(path.join(folder, 'workbooks'), only);
  const compared = new Compared(snapshots, labels);
  const marked = Object.fromEntries(
    LABELLINGS.map((kind) => [
      kind,
      new Set([...labels[kind]].filter((cell) => snapshots.has(labels.workbookOf(cell)))),
    ]),
  ) as unknown as Marked;
  byCheck(compared, marked, labels);
  whole(compared, snapshots, marked, labels);
  if (snapshots.size > 1) unseen(compared, marked, labels, [...snapshots.keys()]);
}

async function timed(folder: string, only: string): Promise<ReadonlyMap<string, WorkbookSnapshot>> {
  const snapshots = new Map<string, WorkbookSnapshot>();
  row('workbook', 'formulas', 'read, ms', 'review, ms');
  row('---', '---', '---', '---');
  for (const file of readdirSync(folder).sort()) {
    const workbook = path.basename(file, '.xlsx');
    if (!workbook.includes(only)) continue;
    const start = performance.now();
    const { snapshot } = await readXlsx(readFileSync(path.join(folder, file)));
    const read = performance.now();
    const { formulas } = reviewFormulas(snapshot);
    row(workbook, formulas, (read - start).toFixed(0), (performance.now() - read).toFixed(0));
    snapshots.set(workbook, snapshot);
  }
  return snapshots;
}

const figure = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));
const shown = ({ precision, recall }: Score): readonly string[] => [figure(precision), figure(recall)];

/** Each part of a check, and in how many workbooks it is right or wrong: one that is right in a single workbook may fit that one only. */
function byCheck(compared: Compared, marked: Marked, labels: Labels): void {
  console.log('\nEach check on all workbooks (precision / recall against each labelling):');
  row('check', 'cells', ...LABELLINGS.flatMap((kind) => [`${kind}: precision`, 'recall']), 'right in', 'only wrong in');
  row(...Array.from({ length: 12 }, () => '---'));
  for (const [part, found] of [...compared.parts()].sort()) {
    const counts = countsOf(found, marked.first, labels);
    const scores = LABELLINGS.flatMap((kind) => shown(score(found, marked[kind], labels)));
    const right = counts.filter((count) => count.right > 0).length;
    const wrong = counts.filter((count) => count.found > 0 && count.right === 0).length;
    row(part, pooled(counts).found, ...scores, right, wrong);
  }
}

/** Against all marked cells, also those of workbooks in which nothing is found. */
function score(found: Found, marked: ReadonlySet<string>, labels: Labels): Score {
  const { found: cells, precision } = pooled(countsOf(found, marked, labels));
  return { found: cells, precision, recall: (cells * precision) / marked.size };
}

function whole(
  compared: Compared,
  snapshots: ReadonlyMap<string, WorkbookSnapshot>,
  marked: Marked,
  labels: Labels,
): void {
  console.log('\nAll together:');
  row('', 'cells', ...LABELLINGS.flatMap((kind) => [`${kind}: precision`, 'recall']));
  row(...Array.from({ length: 10 }, () => '---'));
  const line = (name: string, found: Found) =>
    row(
      name,
      pooled(countsOf(found, marked.first, labels)).found,
      ...LABELLINGS.flatMap((kind) => shown(score(found, marked[kind], labels))),
    );
  const own = compared.found({ thresholds: THRESHOLDS, parts: [...compared.parts().keys()] });
  line('**compared checks**', own);
  line(
    'all errors and warnings',
    told(snapshots, labels, ({ severity }) => severity !== 'info'),
  );
  line(
    'all findings',
    told(snapshots, labels, () => true),
  );
  for (const [name, precision, recall] of PEERS) row(name, '', figure(precision), figure(recall));
}

function told(
  snapshots: ReadonlyMap<string, WorkbookSnapshot>,
  labels: Labels,
  counts: (finding: Finding) => boolean,
): Found {
  return new Map(
    [...snapshots].map(([workbook, snapshot]) => {
      const findings = reviewFormulas(snapshot).findings.filter(counts);
      return [workbook, new Set(findings.map(({ sheet, cell }) => labels.key(workbook, sheet, cell)))];
    }),
  );
}

const FIFTHS = 5;

function unseen(compared: Compared, marked: Marked, labels: Labels, workbooks: readonly string[]): void {
  console.log('\nThresholds and checks chosen on the other workbooks only:');
  row(
    'labelling',
    'what is left out',
    'precision',
    'recall',
    'mean over workbooks',
    '',
    '95 % of draws: precision',
    'recall',
  );
  row(...Array.from({ length: 8 }, () => '---'));
  for (const kind of LABELLINGS) {
    const chooser = new Chooser(compared, marked[kind], labels);
    const line = (name: string, found: Found) => {
      const counts = countsOf(found, marked[kind], labels);
      const { precision, recall } = intervals(counts);
      const span = ([low, high]: readonly [number, number]) => `${figure(low)}–${figure(high)}`;
      row(kind, name, ...shown(pooled(counts)), ...shown(perWorkbook(counts)), span(precision), span(recall));
    };
    line('nothing: as it is', compared.found({ thresholds: THRESHOLDS, parts: [...compared.parts().keys()] }));
    line(
      'one workbook',
      leftOut(
        chooser,
        compared,
        workbooks.map((name) => [name]),
      ),
    );
    if (workbooks.length < FIFTHS) continue;
    for (const draw of [1, 2, 3])
      line(`a fifth of them, draw ${draw}`, leftOut(chooser, compared, groupsOf(workbooks, FIFTHS, draw)));
  }
}
