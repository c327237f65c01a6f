import type { Message } from '../../message';
import { APPLICATION_STATES, blocks, type ApplicationState } from '../../review/decisions/applicationState';
import type { BasisChange } from '../../review/decisions/basis';
import { DECISION_STATES, type Decision, type Reason, type Reply } from '../../review/decisions/entries';
import type { Standing } from '../../review/decisions/standing';
import { CRITERIA, FINDING_BASES, type Finding, type FindingSeverity, type Subject } from '../../review/finding';
import type { CriterionReview, Review, RuleStatus } from '../../review/review';
import type { Shape } from '../shape/shape';
import { list, object, optional } from '../shape/structures';
import { nullable, text, whole, word } from '../shape/values';
import { messageShape } from './messageShape';
import { cellShape } from './placeShapes';

type StoredCriterion = Pick<CriterionReview, 'criterion' | 'status' | 'rules'>;

/** `findings.json`: the review of the case, with the author's reasons and the reviewer's decisions. */
export interface FindingsDocument {
  readonly state: ApplicationState;
  readonly criteria: readonly StoredCriterion[];
  readonly findings: readonly Finding[];
  readonly decisions: readonly Standing<Decision>[];
  readonly reasons: readonly Standing<Reason>[];
  readonly replies: readonly Reply[];
  readonly notices: readonly Message[];
}

const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];
const status = word(['passes', ...SEVERITIES] as const);
const texts = nullable(text);

const criterion = object<StoredCriterion>({
  criterion: word(CRITERIA),
  status,
  rules: list(object<RuleStatus>({ rule: text, status })),
});

const finding = object<Finding>({
  id: text,
  rule: text,
  criterion: word(CRITERIA),
  severity: word(SEVERITIES),
  basis: word(FINDING_BASES),
  message: messageShape,
  settle: nullable(messageShape),
  subject: object<Subject>({ table: texts, rowId: texts, column: texts, place: texts }),
  cells: list(cellShape),
  reason: optional(text) as Shape<Finding['reason']>,
});

const written = { on: text, by: text, date: text, round: whole, text };
export const decisionShape = object<Decision>({
  kind: word(['decision'] as const),
  ...written,
  state: word(DECISION_STATES),
  basis: text,
});
export const reasonShape = object<Reason>({ kind: word(['reason'] as const), ...written, basis: text });
export const replyShape = object<Reply>({ kind: word(['reply'] as const), ...written });

const change = object<BasisChange>({
  kind: word(['changed', 'added', 'removed', 'row', 'said', 'finding', 'undetailed'] as const),
  place: nullable(object<NonNullable<BasisChange['place']>>({ table: text, rowId: text, column: texts })),
  cell: nullable(cellShape),
  from: texts,
  to: texts,
});

const standing = <Of extends Decision | Reason>(entry: Shape<Of>) =>
  object<Standing<Of>>({
    entry,
    on: text,
    status: word(['stands', 'reopened', 'gone'] as const),
    changes: list(change),
  });

export const findingsShape = object<FindingsDocument>({
  state: word(APPLICATION_STATES),
  criteria: list(criterion),
  findings: list(finding),
  decisions: list(standing(decisionShape)),
  reasons: list(standing(reasonShape)),
  replies: list(replyShape),
  notices: list(messageShape),
});

export const findingsDocument = ({ criteria, ...review }: Review): FindingsDocument => ({
  ...review,
  criteria: criteria.map(({ criterion: item, status: gravest, rules }) => ({
    criterion: item,
    status: gravest,
    rules,
  })),
});

/** Blocking findings that no standing decision accepts. */
export const openBlocking = ({ findings, decisions }: Pick<Review, 'findings' | 'decisions'>): readonly Finding[] =>
  findings.filter((one) => blocks([one], decisions));
