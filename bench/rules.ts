import { evaluate } from '../src/core/pipeline';
import { applyRules } from '../src/core/review/criteria/applyRules';
import { RULES } from '../src/core/review/criteria/registry';
import { ruleInput } from '../src/core/review/criteria/ruleInput';
import { planWorkbook } from '../src/core/template/planWorkbook';
import type { WorkbookSnapshot } from '../src/core/workbook/snapshot';
import { planSnapshot } from '../test/support/planSnapshot';
import { caseOfLines } from './lineCase';
import { medianMs, ms, row } from './measure';

/** Lines, and as many rows of sales to a hundred places, each with a document of ten. */
function snapshotOf(count: number): WorkbookSnapshot {
  const content = caseOfLines(count, true);
  const [template] = content.tables.KmcSales!;
  const KmcSales = Array.from({ length: count }, (_, index) => ({
    ...template!,
    id: `S${index}`,
    place: `Place ${index % 100}`,
    units: 1 + (index % 9973),
  }));
  return planSnapshot(
    planWorkbook({ language: 'en', content: { ...content, tables: { ...content.tables, KmcSales } } }),
  );
}

row('rows', 'all rules', 'slowest rule', '');
row('---:', '---:', '---', '---:');
for (const count of [1250, 2500, 5000, 10000]) {
  const input = ruleInput(evaluate(snapshotOf(count)));
  const times = RULES.map((rule) => [rule.id, medianMs(3, () => applyRules(input, [rule]))] as const);
  const [slowest, time] = [...times].sort(([, one], [, other]) => other - one)[0]!;
  row(count, ms(medianMs(3, () => applyRules(input))), slowest, ms(time));
}
