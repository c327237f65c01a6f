import type { TraceNode } from '../../calculation/types';
import { step } from '../steps';
import type { ReportContext } from '../context';
import { body, text, type Section } from '../document';

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
export function trace({ own, say, outcome }: ReportContext): Section | null {
  const { trace: nodes, reductionPerUnit, avoided } = outcome.assessment;
  const wanted = behind(nodes, [reductionPerUnit.trace, avoided.trace]);
  const kept = wanted.filter((at) => !OF_LINES.has(nodes[at]!.equation));
  if (kept.length === 0) return null;
  const number = new Map(kept.map((at, index) => [at, index + 1]));
  const rows = kept.map((at) => {
    const { equation, subject, value, unit, inputs } = nodes[at]!;
    const from = inputs.flatMap((input) => (typeof input === 'number' ? (number.get(input) ?? []) : []));
    return body([
      String(number.get(at)),
      say({ code: `equations.${equation}`, params: { subject: subject ?? '' } }),
      subjectText(say, subject),
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

/** The steps that others rest on, those included, in their order. */
function behind(nodes: readonly TraceNode[], ends: readonly (number | null)[]): readonly number[] {
  const seen = new Set<number>();
  const open = ends.filter((end) => end !== null);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...nodes[at]!.inputs.filter((input) => typeof input === 'number'));
  }
  return [...seen].sort((one, other) => one - other);
}

/** A stage is said as people know it; ids stay as they are. */
const subjectText = (say: ReportContext['say'], subject: string | null): string => {
  if (subject === null) return '';
  const code = `choices.stage.${subject}`;
  const said = say(code);
  return said === code ? subject : said;
};
