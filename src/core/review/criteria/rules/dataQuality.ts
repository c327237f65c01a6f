import { message } from '../../../message';
import { PEDIGREE } from '../../../template/columns';
import { atRow, atTable } from '../at';
import { noNumber } from '../noNumber';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';
import { majorLines, shareOf, usedLines, type UsedLine } from '../usedLines';

const TABLES = ['KmcBaseline', 'KmcProduct', 'KmcSideEffects'];

/** The lines that decide the result are scored, and no score of theirs is poor. */
export const dataQuality: Rule = {
  id: 'data-quality',
  criterion: 'A2',
  severity: 'warn',
  basis: 'framework',
  source: 'ISO 14044 4.2.3.6 and the pedigree matrix (Weidema and Wesnæs); share and score are settings',
  judges: bothSides,
  check: (input) => {
    const lines = usedLines(input);
    if (lines.length === 0) return [];
    const major = majorLines(lines, threshold(input, 'qualityShare'));
    if (major === null) return [noNumber(input, atTable('KmcProduct'))];
    return [...unscored(input, major, lines), ...major.flatMap((used) => poor(input, used))];
  },
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'not-scored',
      sample: 'radar',
      changes: PEDIGREE.map((column) => ({ table: 'KmcBaseline', row: 'BJP2', column, value: null })),
      says: 'warn',
      at: { table: 'KmcBaseline', row: 'BJP2', column: 'reliability' },
    },
    {
      name: 'poor-score',
      sample: 'radar',
      changes: [{ table: 'KmcBaseline', row: 'BJP2', column: 'technological', value: 4 }],
      says: 'warn',
      at: { table: 'KmcBaseline', row: 'BJP2', column: 'technological' },
    },
  ],
};

/** One finding a sheet: scoring is one piece of work. */
function unscored(input: RuleInput, major: readonly UsedLine[], all: readonly UsedLine[]): readonly Verdict[] {
  const wanting = major.filter(({ line }) => line.pedigree.every((score) => score === null));
  return TABLES.flatMap((table) => {
    const lines = wanting.filter(({ line }) => line.ref.table === table);
    if (lines.length === 0) return [];
    const params = { count: lines.length, percent: shareOf(lines, all) ?? '' };
    return [
      {
        ...atTable(table),
        cells: lines.flatMap(({ line }) => atRow(input, line.ref, PEDIGREE[0]!).cells),
        message: message('rules.data-quality.unscored', params),
      },
    ];
  });
}

function poor(input: RuleInput, { line }: UsedLine): readonly Verdict[] {
  const worst = threshold(input, 'qualityScore').toNumber();
  const [first, ...more] = PEDIGREE.filter((_, at) => (line.pedigree[at] ?? 0) > worst);
  if (first === undefined) return [];
  const columns = [first, ...more].map((key) => message(`template.columns.KmcProduct.${key}`));
  const said = message('rules.data-quality.poor', { id: line.ref.id, columns, worst });
  return [{ ...atRow(input, line.ref, first, ...more), message: said }];
}
