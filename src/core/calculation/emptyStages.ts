import { message } from '../message';
import { STAGES } from '../case/vocabulary';
import type { Context } from './context';
import { sheetName } from './readiness';

/** The scheme asks for the full life cycle: a stage without any line on a side is said, unless an exclusion names that stage. */
export function warnOfEmptyStages(context: Context): void {
  const excluded = new Set(context.source.exclusions.map((row) => row.values['stage'] ?? null));
  for (const side of ['baseline', 'product'] as const) {
    const present = new Set(context.source[side].lines.map((line) => line.stage));
    const table = side === 'baseline' ? 'KmcBaseline' : 'KmcProduct';
    for (const stage of STAGES) {
      if (present.has(stage) || excluded.has(stage)) continue;
      context.problems.push({
        severity: 'warn',
        message: message('calculation.stage-empty', {
          table: sheetName(table),
          stage: message(`choices.stage.${stage}`),
        }),
        cell: null,
        table,
        rowId: null,
        column: 'stage',
      });
    }
  }
}
