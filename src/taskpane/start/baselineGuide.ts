import type { BASELINE_TYPES } from '../../core/case/vocabulary';

export type BaselineType = (typeof BASELINE_TYPES)[number];

/** Questions in their order, each with its answers. */
export const QUESTIONS = {
  demand: ['existing', 'new'],
  without: ['keeps-device', 'buys-another', 'goes-on'],
  market: ['shares-known', 'typical-known', 'not-known'],
  minimum: ['yes', 'no', 'unknown'],
  ownModel: ['no', 'yes'],
} as const;
export type Question = keyof typeof QUESTIONS;
export type Answers = Readonly<Partial<Record<Question, string>>>;

/** The word proposed for `baselineType`, why, and what the applicant still has to do. */
export interface BaselineAdvice {
  readonly type: BaselineType;
  readonly demand: 'new' | 'existing';
  /** Key below `start.guide.reason`. */
  readonly reason: string;
  /** Keys below `start.guide.note`, the most important first. */
  readonly notes: readonly string[];
}

/** @returns the questions to ask after the answers given so far, those answered included */
export function questionsFor({ demand, without }: Answers): readonly Question[] {
  if (demand === undefined) return ['demand'];
  if (without === undefined) return ['demand', 'without'];
  return without === 'buys-another'
    ? ['demand', 'without', 'market', 'minimum', 'ownModel']
    : ['demand', 'without', 'minimum', 'ownModel'];
}

/** @returns answers that a question takes: nobody keeps a device where there was none */
export function answersTo(question: Question, { demand }: Answers): readonly string[] {
  return question === 'without' && demand === 'new' ? ['buys-another', 'goes-on'] : QUESTIONS[question];
}

/**
 * The baseline most likely without the product: what users would have done, or what the market would have sold them (METI 2018, baseline
 * scenario; WBCSD 2023; WRI 2019). A legal minimum is a floor: a baseline worse than it could not be bought.
 * @returns `null` while a question is open
 */
export function adviseBaseline(answers: Answers): BaselineAdvice | null {
  const { demand, without, market, minimum, ownModel } = answers;
  if (questionsFor(answers).some((question) => answers[question] === undefined)) return null;
  const reason = reasonFor(without!, market, minimum!);
  return {
    type: TYPES[reason]!,
    demand: demand === 'new' ? 'new' : 'existing',
    reason,
    notes: [
      ...(ownModel === 'yes' ? ['own-model'] : []),
      ...(minimum === 'yes' && reason !== 'minimum' ? ['floor'] : []),
      ...(minimum === 'unknown' ? ['find-minimum'] : []),
      ...(reason === 'device' ? ['early'] : []),
      ...(reason === 'shares' ? ['mix'] : []),
      ...(reason === 'unknown' || reason === 'minimum' ? ['find-market'] : []),
    ],
  };
}

const TYPES: Readonly<Record<string, BaselineType>> = {
  device: 'replaced-device',
  'goes-on': 'business-as-usual',
  shares: 'market-average',
  typical: 'conventional-product',
  minimum: 'legal-minimum',
  unknown: 'conventional-product',
};

function reasonFor(without: string, market: string | undefined, minimum: string): string {
  if (without === 'keeps-device') return 'device';
  if (without === 'goes-on') return 'goes-on';
  if (market === 'shares-known') return 'shares';
  if (market === 'typical-known') return 'typical';
  return minimum === 'yes' ? 'minimum' : 'unknown';
}
