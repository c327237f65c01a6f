import type { Adoption } from '../../core/adoption/types';
import type { WorkbookSnapshot } from '../../core/workbook/snapshot';
import type { Draft } from './draft';

/** What each part of the form is given. */
export interface PartProps {
  readonly snapshot: WorkbookSnapshot;
  readonly draft: Draft;
  readonly change: (adoption: Adoption) => void;
}
