import { applyRules, problemsBeside } from '../../../../src/core/review/criteria/applyRules';
import { owning } from '../../../../src/core/review/criteria/owned';
import type { Rule, RuleInput, Verdict } from '../../../../src/core/review/criteria/rule';
import type { Problem } from '../../../../src/core/case/types';
import { message } from '../../../../src/core/message';
import { workedCase } from '../../../support/workedCase';

const place = (rowId: string) => ({
  subject: { table: 'KmcSales', rowId, column: 'units', place: null },
  cells: [{ sheet: 'Sales', row: 4, column: 2 }],
});
const verdict = (rowId: string, more: Partial<Verdict> = {}): Verdict => ({
  ...place(rowId),
  message: message('calculation.rate-missing'),
  ...more,
});
const rule = (id: string, severity: Rule['severity'], verdicts: readonly Verdict[], owns?: Rule['owns']): Rule => ({
  id,
  criterion: 'B3',
  severity,
  basis: 'assumption',
  source: 'test',
  check: () => verdicts,
  examples: [],
  owns,
});
const problem = (code: string, rowId: string, severity: Problem['severity'] = 'warn'): Problem => ({
  severity,
  message: message(code),
  cell: { sheet: 'Sales', row: 9, column: 2 },
  table: 'KmcSales',
  rowId,
  column: 'units',
});

const sample = workedCase('radar');
const input = (more: Partial<RuleInput> = {}): RuleInput => ({ ...sample, problems: [], ...more });
const statuses = (rules: readonly Rule[], given = input()) => applyRules(given, rules).map(({ status }) => status);

describe('applyRules', () => {
  it('gives the gravest of what a rule says, and `passes` for nothing', () => {
    const warn = verdict('S1', { severity: 'warn' });
    expect(
      statuses([
        rule('a', 'block', [warn, verdict('S2')]),
        rule('b', 'warn', [verdict('S1', { severity: 'unknown' }), verdict('S2')]),
        rule('c', 'block', []),
        rule('d', 'info', [verdict('S1')]),
      ]),
    ).toEqual(['block', 'unknown', 'passes', 'info']);
  });

  it('clears a warning by its reason, and neither a block nor what cannot be decided', () => {
    const reasons = new Map([['a|KmcSales|S1|units|', 'as agreed']]);
    const of = (severity: Verdict['severity']) =>
      applyRules(input({ reasons }), [rule('a', 'warn', [verdict('S1', { severity })])])[0]!;
    expect(of('warn')).toMatchObject({ status: 'info', findings: [{ severity: 'warn', reason: 'as agreed' }] });
    expect(of('block').findings[0]).not.toHaveProperty('reason');
    expect(of('unknown')).toMatchObject({ status: 'unknown' });
    expect(statuses([rule('a', 'warn', [verdict('S1'), verdict('S2')])], input({ reasons }))).toEqual(['warn']);
  });

  it('files a problem under the first rule that owns it, with its own severity, and leaves the others', () => {
    const problems = [problem('calculation.rate-unused', 'S1'), problem('calculation.path-unused', 'S1')];
    const owns = owning(['calculation.rate-unused'], ['KmcSales']);
    const rules = [rule('a', 'block', [], owns), rule('b', 'block', [], owns)];
    const [first, second] = applyRules(input({ problems }), rules);
    expect(first).toMatchObject({ status: 'warn', findings: [{ id: 'a|KmcSales|S1|units|' }] });
    expect(second!.status).toBe('passes');
    expect(problemsBeside(problems, rules)).toEqual([problems[1]]);
  });

  it('says two things of one place as one finding, as grave as the graver', () => {
    const problems = [problem('calculation.rate-unused', 'S1')];
    const [report] = applyRules(input({ problems }), [
      rule('a', 'block', [verdict('S1')], owning(['calculation.rate-unused'])),
    ]);
    expect(report!.findings).toHaveLength(1);
    expect(report!.findings[0]).toMatchObject({ severity: 'block', cells: [{ row: 9 }, { row: 4 }] });
  });
});
