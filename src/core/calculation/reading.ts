import type { FootprintLine } from './footprintLine';
import type { NetReduction } from './netReduction';
import type { SegmentReduction } from './segmentReduction';
import type { Traced } from './trace';
import type { OUTSIDE_READINGS } from '../case/vocabulary';

/** The two readings of "net outside reduction". */
export type OutsideReading = (typeof OUTSIDE_READINGS)[number];

/** @returns `null` where the reading needs the place of a line that is unknown */
export const readingOf = (reduction: SegmentReduction, reading: OutsideReading): NetReduction | null =>
  reading === 'all-stages' ? reduction.allStages : reduction.outsideShare;

/** @returns a line's emission in one reading; `null` where its place is unknown and the reading needs it */
export const partOf = (line: FootprintLine, reading: OutsideReading): Traced | null =>
  reading === 'all-stages' ? line.whole : line.outside;

export const segmentId = ({ setting }: SegmentReduction): string | null => setting.segment?.ref.id ?? null;
