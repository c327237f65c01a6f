import type { TraceNode } from '../../core/calculation/types';
import type { Case, InventoryLine } from '../../core/case/types';
import { STAGES } from '../../core/case/vocabulary';
import { message } from '../../core/message';
import type { Translate } from '../../locales/translator';
import type { Known } from '../outcome/followWorkbook';
import { firstCell } from './firstCell';

/** What each input of a step is, where the step alone can tell; in the order the calculation names them. */
const ROLES: Readonly<Record<string, readonly string[]>> = {
  'stage-reduction': ['pane.stages.baseline', 'pane.stages.product'],
  'avoided-of-segment': ['pane.origin.rate', 'pane.origin.k', 'pane.origin.units', 'pane.origin.readings'],
  'whole-of-segment': ['pane.origin.k', 'pane.origin.units', 'pane.origin.readings'],
  'avoided-on-stock': ['pane.origin.rate', 'pane.partners.whole'],
  'stock-embodied': ['pane.origin.k', 'pane.trace.sold', 'pane.trace.embodied'],
  'stock-cohort': ['pane.origin.k', 'pane.trace.sold', 'pane.trace.saving'],
  'segment-share': ['pane.origin.k', 'pane.trace.sold'],
  'booked-in-year': ['pane.origin.rate', 'pane.origin.k', 'pane.trace.sold', 'pane.trace.saving'],
  'booked-in-sale-year': [
    'pane.origin.rate',
    'pane.origin.k',
    'pane.trace.sold',
    'pane.trace.embodied',
    'pane.trace.saving',
  ],
};

const OF_SEGMENTS = [
  'avoided-of-segment',
  'whole-of-segment',
  'stock-of-segment',
  'avoided-on-stock',
  'segment-share',
  'units-in-year',
  'units-outside',
];
const OF_YEARS = [
  'stock-cohort',
  'use-saving-in-year',
  'net-in-sale-year',
  'avoided-of-sales',
  'avoided-of-sale-year',
  'avoided-in-calendar-year',
];
const BOOKED = ['booked-in-year', 'booked-in-sale-year'];
const NAMES: Readonly<Record<string, string>> = {
  'side-sum baseline': 'pane.stages.baseline',
  'side-sum product': 'pane.stages.product',
  'taken-off rebound': 'pane.waterfall.rebound',
  'taken-off side-effects': 'pane.lines.side.side-effect',
};

/** How a step's value is made, in words. */
export function equationText(say: Translate, { equation, subject }: TraceNode): string {
  return say(message(`equations.${equation}`, { subject: subject === 'k' ? say('pane.trace.k') : (subject ?? '') }));
}

/** What a step is about: a stage, a line of an inventory, a segment; else how its value is made. */
export function stepText(say: Translate, known: Known, node: TraceNode): string {
  if (node.subject === null || node.equation === 'input') return equationText(say, node);
  if (OF_SEGMENTS.includes(node.equation)) return segmentText(say, known.outcome.case, node.subject);
  const name = NAMES[`${node.equation} ${node.subject}`];
  if (name !== undefined) return say(name);
  if (BOOKED.includes(node.equation)) return bookedText(say, known, node.subject);
  if (OF_YEARS.includes(node.equation)) return say(message('pane.years.year', { year: node.subject }));
  if (node.equation === 'side-effects')
    return `${say('pane.lines.side.side-effect')}: ${say(`choices.stage.${node.subject}`)}`;
  if ((STAGES as readonly string[]).includes(node.subject)) return say(`choices.stage.${node.subject}`);
  const line = lineOf(known, node);
  return line?.process ? `${node.subject} ${line.process}` : node.subject;
}

/** @param subject sale year, year of use and, where there are some, segment */
function bookedText(say: Translate, known: Known, subject: string): string {
  const [sold, used, ...segment] = subject.split(' ');
  const years = say(message('pane.trace.booked', { sold: sold!, used: used! }));
  return segment.length === 0 ? years : `${years} · ${segmentText(say, known.outcome.case, segment.join(' '))}`;
}

/** @param segment row id; `null` where the case has none, so that its result is the whole contribution */
export function segmentText(say: Translate, { segments }: Case, segment: string | null): string {
  if (segment === null) return say('pane.number.avoided');
  const description = segments.find(({ ref }) => ref.id === segment)?.description;
  return say(message('pane.origin.segment', { segment: description ? `${segment} ${description}` : segment }));
}

/** @returns what input `index` of a step is, `null` where only the input itself says */
export function roleText(say: Translate, node: TraceNode, index: number): string | null {
  const roles = ROLES[node.equation];
  const role = roles?.length === node.inputs.length ? roles[index] : undefined;
  return role === undefined ? null : say(role);
}

/** The inventory line a step was made from: the row in which the first cell below it stands. */
function lineOf({ outcome }: Known, node: TraceNode): InventoryLine | null {
  const cell = firstCell(outcome.assessment.trace, node);
  if (!cell) return null;
  const { baseline, product, sideEffects } = outcome.case;
  const stands = ({ ref }: InventoryLine) =>
    ref.sheet === cell.sheet && ref.row === cell.row && ref.id === node.subject;
  return baseline.lines.find(stands) ?? product.lines.find(stands) ?? sideEffects.lines.find(stands) ?? null;
}
