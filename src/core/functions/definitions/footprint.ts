import type { Stage } from '../../case/vocabulary';
import { sum } from '../../quantity/decimal';
import { placeName, refuse } from '../arguments';
import { defineFunction } from '../defineFunction';
import { pair } from '../pairing';
import { choice, choices, numbers, optional } from '../parameters';
import { numberResult } from '../results';

/**
 * Footprint per functional unit: the sum of line emissions, of all stages or of one.
 * A stage without a line has the sum 0. A stage asked for without the column of stages is an error.
 */
export const FOOTPRINT = defineFunction({
  id: 'FOOTPRINT',
  parameters: {
    emissions: numbers(),
    stages: optional(choices<Stage>('stage')),
    stage: optional(choice<Stage>('stage')),
  },
  result: 'scalar',
  examples: [
    { formula: '=KMC.FOOTPRINT({12.5;30;7.5})', value: 50 },
    { formula: '=KMC.FOOTPRINT({12.5;30;7.5},{"production";"use";"use"},"use")', value: 37.5 },
  ],
  evaluate: ({ emissions, stages, stage }, at) => {
    if (stages === null) {
      return stage === null
        ? numberResult(sum(emissions.values))
        : refuse(at('stages'), 'needed-with', { other: placeName(at('stage')) });
    }
    const lines = pair(emissions, stages, at('emissions'), at('stages'));
    const chosen = lines.filter(([, word]) => stage === null || word === stage);
    return numberResult(sum(chosen.map(([emission]) => emission)));
  },
});
