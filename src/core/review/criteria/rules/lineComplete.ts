import { message } from '../../../message';
import { atRow, atTable } from '../at';
import { blankCells } from '../blank';
import { isRefused } from '../refused';
import type { Problem } from '../../../case/types';
import { bothSides } from '../judges';
import type { Rule, RuleInput, Verdict } from '../rule';
import { threshold } from '../threshold';
import { majorLines, shareOf, usedLines, type UsedLine } from '../usedLines';

const TABLES = ['KmcBaseline', 'KmcProduct', 'KmcSideEffects'];
/** Without these a line has no emission; units are the rule on units' own. */
const NEEDED = [
  'stage',
  'process',
  'flow',
  'amount',
  'per',
  'factorId',
  'factor',
  'segment',
  'variant',
  'inCity',
  'id',
];
/** Where a line's amount and factor come from. */
const ORIGIN = ['evidence', 'year', 'region', 'factorId'] as const;

/** More lines than anyone settles one by one: then they are told by sheet, too. */
const MANY = 100;

/** Every line has amount, unit and factor, and says where they come from: one by one where they matter, by sheet for the rest. */
export const lineComplete: Rule = {
  id: 'line-complete',
  criterion: 'A2',
  severity: 'block',
  basis: 'framework',
  source:
    'ISO 14044 4.2.3.6 and 4.3.2: data with source, time and place; 4.3.3.1: missing data treated, not passed over',
  owns: (problem) => blocksLine(problem) || problem.message.code === 'calculation.no-lines',
  retells: (problem) => originMissing(problem),
  judges: bothSides,
  check: (input) => origins(input),
  examples: [
    { name: 'as-is', sample: 'radar', changes: [], says: 'passes' },
    {
      name: 'no-factor',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P2', column: 'factorId', value: 'x.unlisted' }],
      says: 'block',
      at: { table: 'KmcProduct', row: 'P2', column: 'factorId' },
      alsoChanges: ['data-quality', 'same-factor-version'],
    },
    {
      name: 'major-without-evidence',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'PJP2', column: 'evidence', value: null }],
      says: 'warn',
      at: { table: 'KmcProduct', row: 'PJP2', column: 'evidence' },
    },
    {
      name: 'minor-without-year',
      sample: 'radar',
      changes: [{ table: 'KmcProduct', row: 'P5', column: 'year', value: null }],
      says: 'warn',
    },
  ],
};

const blocksLine = ({ severity, table, column, message: { code } }: Problem): boolean =>
  severity === 'block' &&
  table !== null &&
  TABLES.includes(table) &&
  (code === 'calculation.line-incomplete' || (code.startsWith('reader.') && NEEDED.includes(column ?? '')));

const isBlankOrigin = blankCells(TABLES, ...ORIGIN);
const originMissing = (problem: Problem): boolean =>
  isBlankOrigin(problem) ||
  (problem.message.code === 'reader.factor-without-source' && TABLES.includes(problem.table ?? ''));

const missingOf = (input: RuleInput, { line }: UsedLine) =>
  ORIGIN.filter((key) => line[key] === null && !isRefused(input, line.ref, key));

function origins(input: RuleInput): readonly Verdict[] {
  const lines = usedLines(input);
  const wanting = lines.filter((used) => missingOf(input, used).length > 0);
  if (wanting.length === 0) return [];
  const all = new Set(majorLines(lines, threshold(input, 'detailShare')) ?? []);
  const many = wanting.filter((used) => all.has(used)).length > MANY;
  const major = many ? new Set<UsedLine>() : all;
  const minor = wanting.filter((used) => !major.has(used));
  return [
    ...wanting.filter((used) => major.has(used)).map((used) => majorVerdict(input, used)),
    ...TABLES.flatMap((table) =>
      minorVerdict(
        input,
        table,
        minor.filter(({ line }) => line.ref.table === table),
        lines,
      ),
    ),
  ];
}

const headerOf = (key: string) => message(`template.columns.KmcProduct.${key}`);

function majorVerdict(input: RuleInput, used: UsedLine): Verdict {
  const [first, ...more] = missingOf(input, used);
  const params = { id: used.line.ref.id, columns: missingOf(input, used).map(headerOf) };
  return {
    ...atRow(input, used.line.ref, first!, ...more),
    severity: 'warn',
    message: message('rules.line-complete.major', params),
  };
}

function minorVerdict(
  input: RuleInput,
  table: string,
  minor: readonly UsedLine[],
  all: readonly UsedLine[],
): readonly Verdict[] {
  if (minor.length === 0) return [];
  const columns = ORIGIN.filter((key) => minor.some((used) => missingOf(input, used).includes(key))).map(headerOf);
  const percent = shareOf(minor, all);
  const params = { count: minor.length, columns };
  return [
    {
      ...atTable(table),
      cells: minor.flatMap((used) => atRow(input, used.line.ref, missingOf(input, used)[0]!).cells),
      severity: 'warn',
      message:
        percent === null
          ? message('rules.line-complete.some', params)
          : message('rules.line-complete.minor', { ...params, percent }),
    },
  ];
}
