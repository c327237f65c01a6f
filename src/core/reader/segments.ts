import type { SegmentRow } from '../case/types';
import type { TableRow } from './tableRow';

export function readSegment(row: TableRow): SegmentRow {
  return {
    ref: row.ref,
    description: row.text('description'),
    functionalUnitsPerUnit: row.number('functionalUnitsPerUnit'),
    productService: row.number('productService'),
    baselineService: row.number('baselineService'),
    serviceUnit: row.text('serviceUnit'),
    productServiceYears: row.number('productServiceYears'),
    baselineServiceYears: row.number('baselineServiceYears'),
  };
}
