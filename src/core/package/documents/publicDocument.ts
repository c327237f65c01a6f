import type { Setting, StageResult } from '../../calculation/types';
import type { CaseField } from '../../case/types';
import { CONTRIBUTION_METHODS, STAGES, type Stage } from '../../case/vocabulary';
import type { Outcome } from '../../outcome';
import { Decimal } from '../../quantity/decimal';
import { roundedText } from '../../quantity/rounding';
import { isForbidden } from '../../review/criteria/rules/factorLicence';
import { CRITERIA, type FindingSeverity } from '../../review/finding';
import type { CriterionReview } from '../../review/review';
import type { ReviewedWorkbook } from '../reviewed';
import { list, object, record } from '../shape/structures';
import { boolean, nullable, text, word } from '../shape/values';
import { factorById } from '../../reference/factorById';
import { libraryState } from './factors';
import { certifiedNumbers, numbersShape, type CertifiedNumbers } from './info';

/**
 * Fields of KmcCase that may be published: who certifies which product, against what, per what. Everything else stays inside, above all
 * what an amount, a cost, a place of sale or a partner could be worked out from.
 */
export const PUBLIC_FIELDS = [
  'applicant',
  'citySite',
  'siteRole',
  'productName',
  'productModel',
  'contributionType',
  'contributionDescription',
  'functionalUnit',
  'functionalUnitDescription',
  'soldUnit',
  'baselineType',
  'baselineDescription',
  'baselineRegion',
  'baselineYear',
  'fiscalYear',
  'timeSense',
  'accounting',
  'outsideReading',
  'gwpSet',
  'attribution',
  'isComponent',
  'setProduct',
  'claimText',
] as const;

/** A reduction of one stage as it may be published: rounded as the certified number is. */
export interface PublicStage {
  readonly stage: Stage;
  readonly reduction: string;
}

/** A factor by name. Its value stands there only where its licence lets it be passed on. */
export interface PublicFactor {
  readonly id: string;
  readonly version: string | null;
  readonly licence: string | null;
  readonly masked: boolean;
  readonly value: string | null;
  readonly unit: string | null;
  readonly source: string | null;
}

/** `public.json`: all that the public version says. */
export interface PublicDocument {
  readonly numbers: CertifiedNumbers;
  readonly co2Only: boolean;
  /** In the unit of the reduction per functional unit. */
  readonly stages: readonly PublicStage[];
  /** Fields of {@link PUBLIC_FIELDS} that are filled, as text, with their unit. */
  readonly statements: Readonly<Record<string, string>>;
  /** Methods by which in-city shares were set, none with its share. */
  readonly contributionMethods: readonly string[];
  readonly settings: readonly Setting[];
  readonly factors: readonly PublicFactor[];
  readonly criteria: readonly Pick<CriterionReview, 'criterion' | 'status'>[];
}

const SEVERITIES: readonly FindingSeverity[] = ['block', 'unknown', 'warn', 'info'];
const texts = nullable(text);

export const publicShape = object<PublicDocument>({
  numbers: numbersShape,
  co2Only: boolean,
  stages: list(object<PublicStage>({ stage: word(STAGES), reduction: text })),
  statements: record(text),
  contributionMethods: list(word<string>(CONTRIBUTION_METHODS)),
  settings: list(
    object<Setting>({ key: text, value: text, basis: text, from: word(['profile', 'workbook'] as const) }),
  ),
  factors: list(
    object<PublicFactor>({
      id: text,
      version: texts,
      licence: texts,
      masked: boolean,
      value: texts,
      unit: texts,
      source: texts,
    }),
  ),
  criteria: list(
    object<PublicDocument['criteria'][number]>({
      criterion: word(CRITERIA),
      status: word(['passes', ...SEVERITIES] as const),
    }),
  ),
});

/** @returns what may be published, taken out by name: what this function does not name stays inside */
export function publicDocument({ outcome, review }: Pick<ReviewedWorkbook, 'outcome' | 'review'>): PublicDocument {
  const { assessment, case: stated } = outcome;
  const methods = stated.contribution.filter(({ inCity }) => inCity === 'in').flatMap(({ method }) => method ?? []);
  return {
    numbers: certifiedNumbers(outcome),
    co2Only: assessment.co2Only,
    stages: publicStages(outcome),
    statements: Object.fromEntries(
      PUBLIC_FIELDS.flatMap((key) => (stated.fields[key] ? [[key, fieldText(stated.fields[key])] as const] : [])),
    ),
    contributionMethods: CONTRIBUTION_METHODS.filter((method) => methods.includes(method)),
    settings: assessment.settings,
    factors: publicFactors(outcome),
    criteria: review.criteria.map(({ criterion, status }) => ({ criterion, status })),
  };
}

const fieldText = ({ text: words, number, unit }: CaseField): string =>
  [words ?? number?.toFixed() ?? '', unit ?? ''].filter((part) => part !== '').join(' ');

const PER_KILOGRAM: Readonly<Record<string, string>> = { 'g-CO2e': '1000', 'kg-CO2e': '1', 't-CO2e': '0.001' };

/** Nothing where the certified number is missing, or where a stage nobody stated would pass for one without emissions. */
function publicStages({ assessment }: Outcome): readonly PublicStage[] {
  const { reductionPerUnit, stages } = assessment;
  const scale = PER_KILOGRAM[reductionPerUnit.unit.split('/')[0]!];
  if (reductionPerUnit.value === null || scale === undefined) return [];
  const stated = stages.filter(({ lines }: StageResult) => lines.baseline + lines.product > 0);
  return stated.map(({ stage, reduction }) => ({
    stage,
    reduction: roundedText(reduction.times(new Decimal(scale)), reductionPerUnit.rounding),
  }));
}

function publicFactors({ case: stated }: Outcome): readonly PublicFactor[] {
  return stated.factors.map((factor) => {
    const { ref, value, unit, attributes } = factor;
    const { version = null, licence = null } = attributes;
    const known = libraryState(ref.id, value, unit) === 'same' ? factorById(ref.id)! : null;
    const source = known ? `${known.publisher}, ${known.sourceTitle}` : (attributes['source'] ?? null);
    const isOpen = known !== null || (mayBePassedOn(attributes) && !isForbidden(factor));
    const shown = isOpen
      ? { value: value && value.toFixed(), unit, source }
      : { value: null, unit: null, source: null };
    return { id: ref.id, version, licence, masked: !isOpen, ...shown };
  });
}

/** Databases whose terms forbid passing single values on. */
const LICENSED = /\bIDEA|ecoinvent|LCA日本フォーラム|\bIEA\b/i;
/** How a person writes that a value may be passed on. */
const ALLOWED = /^\s*(free|yes|allowed|permitted|可|自由|再配布可)/i;

type Attributes = Readonly<Record<string, string | null>>;

/** @returns whether a factor is of a database whose terms forbid passing single values on */
export const isLicensed = ({ licence, source, version }: Attributes): boolean =>
  [licence, source, version].some((words) => LICENSED.test(words ?? ''));

const mayBePassedOn = (attributes: Attributes): boolean =>
  ALLOWED.test(attributes['redistribution'] ?? '') && !isLicensed(attributes);
