import { applyRules, type RuleReport } from '../../../../src/core/review/criteria/applyRules';
import { RULES } from '../../../../src/core/review/criteria/registry';
import type { Rule, RuleExample, RuleInput } from '../../../../src/core/review/criteria/rule';
import { cellOf } from '../../../../src/core/case/cellOf';
import type { RowRef } from '../../../../src/core/case/types';
import { MORE_TEXTS } from '../../../../src/locales/moreTexts';
import { addTexts, translator } from '../../../../src/locales/translator';
import { workedCase } from '../../../support/workedCase';

addTexts(MORE_TEXTS);

const unchanged = new Map<string, readonly RuleReport[]>();

/** The sample as it is, with the facts that the example gives. */
function reportsBefore({ sample, given, analysed }: RuleExample): readonly RuleReport[] {
  if (given) return applyRules(workedCase(sample, { changes: [], given, analysed }));
  const key = `${sample} ${analysed ?? false}`;
  const known = unchanged.get(key) ?? applyRules(workedCase(sample, { changes: [], analysed }));
  unchanged.set(key, known);
  return known;
}

const reportOf = (reports: readonly RuleReport[], id: string) => reports.find(({ rule }) => rule.id === id)!;

/** What a rule says, by severity and place; its numbers may differ. */
const said = ({ status, findings }: RuleReport) => [status, ...findings.map(({ severity, id }) => `${severity} ${id}`)];

const cases = RULES.flatMap((rule) => rule.examples.map((example) => [rule.id, example.name, rule, example] as const));

describe.each(cases)('%s, %s', (_id, _name, rule, example) => {
  let input: RuleInput;
  let reports: readonly RuleReport[];
  beforeAll(() => {
    input = workedCase(example.sample, example);
    reports = applyRules(input);
  });

  it('says what is expected, at the cell expected', () => {
    const { status, findings } = reportOf(reports, rule.id);
    expect({ status, findings: findings.map(told) }).toMatchObject({ status: example.says });
    if (example.at) expect(findings[0]!.cells[0]).toEqual(expectedCell(input, example.at));
    const subjects = findings.map(({ id }) => id);
    expect(new Set(subjects).size).toBe(subjects.length);
  });

  it('leaves every other rule as it was', () => {
    const before = reportsBefore(example);
    const lost = losesNumber(workedCase(example.sample), input);
    const others = reports.filter((report) => mustNotChange(rule, example, report) && !(lost && readsNumber(report)));
    for (const report of others) {
      expect([report.rule.id, ...said(report)]).toEqual([report.rule.id, ...said(reportOf(before, report.rule.id))]);
    }
  });

  it('says it in both languages, with every value', () => {
    for (const { message, settle } of reportOf(reports, rule.id).findings)
      for (const language of ['en', 'ja'] as const)
        for (const text of [message, ...(settle ? [settle] : [])])
          expect(translator(language)(text)).toMatch(/^(?!rules\.)(?!.*\{\{).*\S/s);
  });
});

const told = ({ id, severity, message }: RuleReport['findings'][number]) =>
  `${severity} ${id}: ${translator('en')(message)}`;

const mustNotChange = (rule: Rule, { alsoChanges = [] }: RuleExample, report: RuleReport) =>
  report.rule.id !== rule.id && !alsoChanges.includes(report.rule.id);

/** A number that is gone is said by the rule on the two numbers, and rules that read it can no longer tell. */
const readsNumber = ({ rule, status }: RuleReport) => rule.id === 'two-certified-numbers' || status === 'unknown';

const losesNumber = ({ assessment: before }: RuleInput, { assessment: after }: RuleInput) =>
  (['reductionPerUnit', 'avoided'] as const).some((number) => before[number].value && !after[number].value);

function expectedCell({ case: source }: RuleInput, { table, row, column }: NonNullable<RuleExample['at']>) {
  const ref = table === 'KmcCase' ? source.fieldRows[row] : rowsOf(source).find((one) => isRow(one, table, row));
  expect(ref).toBeDefined();
  const cell = cellOf(source.locations, ref!, column);
  expect(cell).not.toBeNull();
  return cell;
}

const isRow = (ref: RowRef, table: string, id: string) => ref.table === table && ref.id === id;

const rowsOf = (source: RuleInput['case']): RowRef[] =>
  [
    source.baseline.lines,
    source.product.lines,
    source.sideEffects.lines,
    source.factors,
    source.sales,
    source.contribution,
    source.evidence,
    source.segments,
    source.mix,
    source.parameters,
    source.ages,
    source.factorPaths,
    source.variations,
    source.exclusions,
    source.allocation,
  ].flatMap((rows) => rows.map(({ ref }: { readonly ref: RowRef }) => ref));
