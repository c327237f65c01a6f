import { step } from '../steps';
import type { ReportContext } from '../context';
import { body, text, type Section } from '../document';
import { behind, subjectsOf } from './traceSubjects';

/** Steps made once for each line: the inventory shows them. */
const OF_LINES: ReadonlySet<string> = new Set([
  'input',
  'line-emission',
  'per-sold-unit',
  'per-year',
  'per-functional-unit',
  'weighted-line',
  'outside-share',
  'line-over-segments',
]);

/** The steps that led to the two numbers, in the order in which they were done; those of single lines stand in the inventories. */
export function trace(context: ReportContext): Section | null {
  const { own, say, outcome } = context;
  const { trace: nodes, reductionPerUnit, avoided } = outcome.assessment;
  const wanted = behind(nodes, [reductionPerUnit.trace, avoided.trace]);
  const kept = wanted.filter((at) => !OF_LINES.has(nodes[at]!.equation));
  if (kept.length === 0) return null;
  const ofWhat = subjectsOf(context);
  const number = new Map(kept.map((at, index) => [at, index + 1]));
  const rows = kept.map((at) => {
    const { equation, subject, value, unit, inputs } = nodes[at]!;
    const from = inputs.flatMap((input) => (typeof input === 'number' ? (number.get(input) ?? []) : []));
    return body([
      String(number.get(at)),
      say({ code: `equations.${equation}`, params: { subject: subject ?? '' } }),
      ofWhat(at),
      from.map(String).join(', '),
      `${step(value)}${unit === '1' ? '' : ` ${unit}`}`,
    ]);
  });
  const columns = ['step', 'equation', 'subject', 'from', 'value'].map((key, index) => ({
    header: own(`trace.columns.${key}`),
    align: index === 4 ? ('right' as const) : ('left' as const),
    width: [7, 40, 20, 14, 22][index]!,
  }));
  return {
    id: 'trace',
    title: own('trace.title'),
    blocks: [text(own('trace.reading'), 'note'), { kind: 'table', caption: null, columns, rows }],
  };
}
