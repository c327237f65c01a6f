import { findingOfFormula, findingOfProblem } from '../../../../src/core/review/findingsBeside';
import { problemsBeside } from '../../../../src/core/review/criteria/applyRules';
import { findingsOfProblems } from '../../../../src/core/review/findingsOfProblems';
import { CHECKS } from '../../../../src/core/review/formulas/registry';
import { SETTLED_CODES } from '../../../../src/core/review/settle/readingSettled';
import type { Problem } from '../../../../src/core/case/types';
import { TABLES } from '../../../../src/core/template/tables';
import { REVIEWER_TEXTS } from '../../../../src/locales/reviewerTexts';
import { addTexts, translator } from '../../../../src/locales/translator';
import adoption from '../../../../src/locales/en/adoption.json';
import analysis from '../../../../src/locales/en/analysis.json';
import calculation from '../../../../src/locales/en/calculation.json';
import fixes from '../../../../src/locales/en/fixes.json';
import reader from '../../../../src/locales/en/reader.json';
import recalc from '../../../../src/locales/en/recalc.json';
import review from '../../../../src/locales/en/review.json';
import { reviewedWorkbook, sampleBytes, snapshotOf } from '../../../support/reviewedSample';

addTexts(REVIEWER_TEXTS);
const SAYS = [translator('en'), translator('ja')];

const codesOf = (area: string, texts: object): readonly string[] =>
  Object.entries(texts).flatMap(([key, text]) => (typeof text === 'string' ? [`${area}.${key}`] : []));

/** Said inside another sentence or beside a number that is missing, never of a cell. */
const NEVER_A_PROBLEM = new Set([
  ...['reader.header-of-subject', 'adoption.no-header-text'],
  ...['analysis.none', 'analysis.more', 'analysis.no-model', 'analysis.no-sheet'],
  ...['calculation.blocked-workbook', 'calculation.blocked-table', 'calculation.places-unknown'],
  ...['calculation.segments-need-units', 'calculation.rate-unused', 'calculation.years-need-life'],
  ...['calculation.sales-not-countable', 'calculation.use-years-missing', 'calculation.use-year-twice'],
]);

const CODES = [
  ...codesOf('reader', reader),
  ...codesOf('calculation', calculation),
  ...codesOf('adoption', adoption),
  ...codesOf('recalc', recalc),
  ...codesOf('analysis', analysis),
  ...codesOf('fixes.spelling', fixes.spelling),
  'decisions.unreadable',
].filter((code) => !NEVER_A_PROBLEM.has(code));

const problem = (code: string, table: string | null): Problem => ({
  ...{ severity: 'block', message: { code, params: {} }, cell: null, table, rowId: 'x', column: 'x' },
});

/** Where no rule takes the problem for its own, reading tells it. */
const isToldByReading = (code: string): boolean =>
  [null, ...TABLES.map(({ name }) => name)].some((table) => problemsBeside([problem(code, table)]).length > 0);

const NOWHERE = { at: () => null, cellOf: () => null, cellsOf: () => [] };

it.each(CODES.filter(isToldByReading))('%s says what settles it, in both languages', (code) => {
  expect(SETTLED_CODES).toContain(code);
  const { settle } = findingOfProblem(problem(code, null), NOWHERE);
  const [en, ja] = SAYS.map((say) => say(settle!));
  expect(en).toMatch(/^[A-Z][^{}]+\.$/);
  expect(ja).toMatch(/^[^{}]+。$/);
});

it('names no code that is none', () => {
  expect([...SETTLED_CODES].filter((code) => !CODES.includes(code))).toEqual([]);
});

it.each(Object.keys(review.checks))('the formula check %s says what settles it, in both languages', (check) => {
  const found = { sheet: 'S', cell: 'A1', row: 0, column: 0, check, severity: 'warning', formulaR1C1: null } as const;
  const finding = findingOfFormula({ ...found, certain: true, message: { code: 'x', params: {} } }, NOWHERE);
  const [en, ja] = SAYS.map((say) => say(finding.settle!));
  expect(en).toMatch(/^[A-Z][^{}]+\.$/);
  expect(ja).toMatch(/^[^{}]+。$/);
});

it('every check of the registry is among them', () => {
  expect(CHECKS.map(({ id }) => id).filter((id) => !Object.hasOwn(review.checks, id))).toEqual([]);
});

it('what is so rests on the workbook, what only looks so is an assumption of ours', () => {
  const found = { sheet: 'S', cell: 'A1', row: 0, column: 0, check: 'error-value', severity: 'error' } as const;
  const of = (certain: boolean) =>
    findingOfFormula({ ...found, certain, formulaR1C1: null, message: { code: 'x', params: {} } }, NOWHERE).basis;
  expect([of(true), of(false)]).toEqual(['workbook', 'assumption']);
  expect(findingOfProblem(problem('reader.error-value', null), NOWHERE).basis).toBe('workbook');
  expect(findingOfProblem(problem('reader.blank-expected', null), NOWHERE).basis).toBe('assumption');
});

it('in a workbook full of faults each finding that asks for something says what settles it', async () => {
  const { review: whole, outcome } = reviewedWorkbook(await snapshotOf(sampleBytes('broken')));
  const asking = [...whole.findings, ...findingsOfProblems(outcome.problems, outcome.case)].filter(
    ({ severity }) => severity !== 'info',
  );
  expect(asking.length).toBeGreaterThan(10);
  for (const say of SAYS)
    for (const { settle } of asking) expect(settle && say(settle)).toMatch(/^(?!rules\.|review\.).*[.。]$/s);
});
