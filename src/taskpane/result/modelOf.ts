import type { ReductionModel } from '../../core/calculation/model';
import type { Assessment } from '../../core/calculation/types';
import { message, type Message } from '../../core/message';
import { agrees } from '../uncertainty/agreement';

/** The model to vary, or why there is none. */
export type ModelFound =
  | { readonly model: ReductionModel; readonly reasons: null }
  | { readonly model: null; readonly reasons: readonly Message[] };

/** The model that says most: of both numbers where it can be made, else of the first alone; none that contradicts the case's numbers. */
export function modelOf(assessment: Assessment): ModelFound {
  const { models, modelReasons } = assessment;
  const model = models.avoided ?? models.reduction;
  if (model === null) return { model: null, reasons: modelReasons };
  if (!agrees(assessment, model)) return { model: null, reasons: [message('pane.certainty.contradicts')] };
  return { model, reasons: null };
}
