import { analysisOf, simulationOptions } from '../../core/analysis';
import { analysisEdits } from '../../core/analysisRecord';
import type { ReductionModel } from '../../core/calculation/model';
import { KmcError, success } from '../../core/message';
import { translator } from '../../locales/translator';
import type { Known } from '../outcome/followWorkbook';
import { simulated } from '../uncertainty/simulationRun';
import { rowsOf } from '../uncertainty/useSensitivity';
import type { Plan } from '../writing/useWriter';
import { settingOf } from './settingOf';

/**
 * What writes the analysis of a workbook onto its analysis sheet, in the workbook's own language, from what was simulated in slices. On
 * stock basis the reduction has a model of its own, which is simulated now.
 * @param signal ends it: the workbook has changed meanwhile
 * @returns `null` where it was ended
 */
export async function recordPlan({ outcome }: Known, signal: AbortSignal): Promise<Plan | null> {
  const { assessment } = outcome;
  const { reduction, avoided } = assessment.models;
  const options = simulationOptions(assessment);
  const resultOf = async (model: ReductionModel | null) => model && simulated(model, options, () => undefined, signal);
  const model = avoided ?? reduction;
  const results = {
    reduction: await resultOf(reduction),
    avoided: await resultOf(avoided),
    sensitivity: model ? await rowsOf(model, settingOf(assessment.settings, 'sensitivityChange')) : [],
  };
  if (signal.aborted) return null;
  const recorded = { ...outcome, analysis: analysisOf(assessment, results) };
  const say = translator(outcome.case.language ?? 'ja');
  return (now) => {
    try {
      return success(analysisEdits(now, recorded, say));
    } catch (error) {
      if (error instanceof KmcError) return { ok: false, message: error.detail };
      throw error;
    }
  };
}
