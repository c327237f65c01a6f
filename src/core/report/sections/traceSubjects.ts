import type { SegmentResult, TraceNode } from '../../calculation/types';
import { wordOf, type ReportContext } from '../context';

/** The steps that others rest on, those included, in their order. */
export function behind(nodes: readonly TraceNode[], ends: readonly (number | null)[]): readonly number[] {
  const seen = new Set<number>();
  const open = ends.filter((end) => end !== null);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    open.push(...stepsInto(nodes, at));
  }
  return [...seen].sort((one, other) => one - other);
}

const stepsInto = (nodes: readonly TraceNode[], at: number): readonly number[] =>
  nodes[at]!.inputs.filter((input) => typeof input === 'number');

/**
 * What each step is about: the segment and the side that alone rest on it, and its own subject. The same equation is worked out for every
 * segment and both sides, and a reader has to know which is which.
 */
export function subjectsOf(context: ReportContext): (at: number) => string {
  const { trace: nodes, segments } = context.outcome.assessment;
  const segmentOf = soleOwners(
    segments.flatMap(({ segment, trace }) => (segment === null ? [] : [[segment, behind(nodes, [trace])] as const])),
  );
  const sideOf = soleOwners(sidesOf(nodes, segments));
  return (at) => {
    const side = sideOf.get(at);
    const { subject } = nodes[at]!;
    const segment = segmentOf.get(at);
    const parts = [
      segment === subject ? undefined : segment,
      side && context.say(`template.sheets.${side}`),
      subject === null ? undefined : wordOf(context, 'stage', subject),
    ];
    return parts.filter((part) => part !== undefined).join(' / ');
  };
}

type Owned = readonly (readonly [owner: string, steps: readonly number[]])[];

/** Both sides of a stage's reduction are its first two inputs. */
function sidesOf(nodes: readonly TraceNode[], segments: readonly SegmentResult[]): Owned {
  const reductions = segments.flatMap(({ stages }) => stages.map(({ trace }) => trace));
  const side = (index: number) =>
    behind(
      nodes,
      reductions.map((at) => stepsInto(nodes, at)[index] ?? null),
    );
  return [
    ['baseline', side(0)],
    ['product', side(1)],
  ];
}

/** Steps that one owner alone rests on. */
function soleOwners(owned: Owned): ReadonlyMap<number, string> {
  const owners = new Map<number, string | null>();
  for (const [owner, steps] of owned)
    for (const at of steps) owners.set(at, owners.has(at) && owners.get(at) !== owner ? null : owner);
  return new Map([...owners].flatMap(([at, owner]) => (owner === null ? [] : [[at, owner] as const])));
}
