import type { PlainRow } from '../../../case/types';
import { message } from '../../../message';
import { Decimal, sum } from '../../../quantity/decimal';
import { normaliseText } from '../../../quantity/normalise';
import { answer, isBlankField, notStated } from '../answers';
import { atColumn, atField } from '../at';
import { anyOf, blankCells, blankFields } from '../blank';
import type { Rule, RuleInput, Verdict } from '../rule';

/** Burdens of a process that makes several things are shared out by a stated method, the same wherever the process serves. */
export const allocation: Rule = {
  id: 'allocation',
  criterion: 'A2',
  severity: 'block',
  basis: 'framework',
  source: 'ISO 14044 4.3.4: allocation stated, its parts summing to the whole, alike for both systems',
  owns: anyOf(blankFields('coProducts'), blankCells(['KmcAllocation'], 'process', 'coProduct', 'method', 'share')),
  check: (input) => {
    if (isBlankField(input, 'coProducts')) return [notStated(input, 'coProducts')];
    return [...undeclared(input), ...[...byProcess(input)].flatMap((process) => ofProcess(input, ...process))];
  },
  examples: [
    { name: 'none', sample: 'radar', changes: [], says: 'passes' },
    { name: 'by-value', sample: 'cement-uses', changes: [], says: 'passes' },
    {
      name: 'not-declared',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'coProducts', column: 'value', value: null }],
      says: 'block',
      at: { table: 'KmcCase', row: 'coProducts', column: 'value' },
    },
    {
      name: 'declared-without-rows',
      sample: 'radar',
      changes: [{ table: 'KmcCase', row: 'coProducts', column: 'value', value: 'yes' }],
      says: 'block',
      at: { table: 'KmcCase', row: 'coProducts', column: 'value' },
    },
    {
      name: 'rows-though-none',
      sample: 'cement-uses',
      changes: [{ table: 'KmcCase', row: 'coProducts', column: 'value', value: 'no' }],
      says: 'warn',
      at: { table: 'KmcCase', row: 'coProducts', column: 'value' },
    },
    {
      name: 'two-methods',
      sample: 'cement-uses',
      changes: [],
      with: [
        {
          table: 'KmcAllocation',
          values: { id: 'A2', process: '製銑', coProduct: '銑鉄', method: '質量比', share: 0.7, evidence: 'E9' },
        },
      ],
      says: 'warn',
    },
    {
      name: 'above-one',
      sample: 'cement-uses',
      changes: [],
      with: [
        {
          table: 'KmcAllocation',
          values: { id: 'A2', process: '製銑', coProduct: '銑鉄', method: '価格比', share: 0.99, evidence: 'E9' },
        },
      ],
      says: 'block',
    },
  ],
};

function undeclared(input: RuleInput): readonly Verdict[] {
  const rows = input.case.allocation;
  const declared = answer(input, 'coProducts');
  if (declared === 'yes' && rows.length === 0)
    return [{ ...atField(input, 'coProducts'), message: message('rules.allocation.no-rows') }];
  if (declared !== 'no' || rows.length === 0) return [];
  const said = message('rules.allocation.rows-though-none', { count: rows.length });
  return [{ ...atField(input, 'coProducts'), severity: 'warn', message: said }];
}

function byProcess({ case: { allocation: rows } }: RuleInput): ReadonlyMap<string, readonly PlainRow[]> {
  const groups = new Map<string, PlainRow[]>();
  for (const row of rows) {
    const process = normaliseText(row.values['process'] ?? '');
    groups.set(process, [...(groups.get(process) ?? []), row]);
  }
  return groups;
}

function ofProcess(input: RuleInput, process: string, rows: readonly PlainRow[]): readonly Verdict[] {
  const methods = [...new Set(rows.map(({ values }) => normaliseText(values['method'] ?? '')))].filter(Boolean);
  const total = sum(rows.map(({ values }) => new Decimal(values['share'] ?? 0)));
  const refs = rows.map(({ ref }) => ref);
  const verdicts: Verdict[] = [];
  if (methods.length > 1)
    verdicts.push({
      ...atColumn(input, 'KmcAllocation', 'method', refs),
      severity: 'warn',
      message: message('rules.allocation.two-methods', { process, methods }),
    });
  if (total.greaterThan(1))
    verdicts.push({
      ...atColumn(input, 'KmcAllocation', 'share', refs),
      message: message('rules.allocation.above-one', { process, total: total.toString() }),
    });
  return verdicts;
}
