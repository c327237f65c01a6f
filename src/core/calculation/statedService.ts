import type { MixRow, RowRef, SegmentRow } from '../case/types';
import type { Context, Stated } from './context';
import type { StatedService, Years } from './serviceChain';

type SideName = 'product' | 'baseline';

const FIELDS = {
  product: { k: 'functionalUnitsPerUnit', service: 'productService', years: 'productServiceYears' },
  baseline: { k: 'baselineFunctionalUnitsPerUnit', service: 'baselineService', years: 'baselineServiceYears' },
} as const;

/**
 * Finds what is stated of a unit's service: by the variant's row in the mix, else the segment's row, else the case's fields. A narrower
 * level that states k or a service replaces the wider one whole, so that a segment's service never meets the case's k.
 */
export function statedService(
  context: Context,
  side: SideName,
  segment: SegmentRow | null,
  variant: MixRow | null,
): StatedService {
  const ofCase = caseService(context, side);
  const ofSegment = segment ? segmentService(context, side, segment) : null;
  const wider = merge(ofSegment, ofCase);
  return variant ? merge(variantService(context, variant), wider) : wider;
}

const asYears = (stated: Stated | null): Years | null => stated && { value: stated.value, source: stated.cell };

function merge(narrow: StatedService | null, wide: StatedService): StatedService {
  if (!narrow) return wide;
  const speaks = narrow.functionalUnitsPerUnit !== null || narrow.service !== null;
  return speaks ? { ...narrow, years: narrow.years ?? wide.years } : { ...wide, years: narrow.years ?? wide.years };
}

function caseService(context: Context, side: SideName): StatedService {
  const keys = FIELDS[side];
  const service = context.field(keys.service);
  const row = context.field(keys.k)?.ref ?? service?.ref ?? context.field('functionalUnit')?.ref ?? null;
  return {
    row,
    functionalUnitsPerUnit: context.statedField(keys.k),
    service: context.statedField(keys.service),
    serviceUnit: service?.unit ?? null,
    years: asYears(context.statedField(keys.years)),
  };
}

function segmentService(context: Context, side: SideName, segment: SegmentRow): StatedService {
  const at = (key: keyof SegmentRow & string): Stated | null => {
    const value = segment[key];
    return value !== null && typeof value === 'object' && 'times' in value
      ? context.stated(segment.ref, key, value)
      : null;
  };
  return {
    row: segment.ref,
    functionalUnitsPerUnit: side === 'product' ? at('functionalUnitsPerUnit') : null,
    service: at(side === 'product' ? 'productService' : 'baselineService'),
    serviceUnit: segment.serviceUnit,
    years: asYears(at(side === 'product' ? 'productServiceYears' : 'baselineServiceYears')),
  };
}

function variantService(context: Context, variant: MixRow): StatedService {
  const ref: RowRef = variant.ref;
  return {
    row: ref,
    functionalUnitsPerUnit: null,
    service: context.stated(ref, 'service', variant.service),
    serviceUnit: variant.serviceUnit,
    years: asYears(context.stated(ref, 'serviceYears', variant.serviceYears)),
  };
}
