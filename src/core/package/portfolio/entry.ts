import type { Case } from '../../case/types';
import { STAGES, type Stage } from '../../case/vocabulary';
import { message, type Message } from '../../message';
import { Decimal, sum } from '../../quantity/decimal';
import type { StoredAssessment } from '../documents/assessmentShape';
import { PRODUCT_VERSION } from '../../version';
import type { CertifiedNumbers } from '../documents/info';
import { FAULTS } from '../verify/codes';
import type { VerifyTools } from '../verify/context';
import { checkPackage, type Verification } from '../verify/verifyPackage';

/** What is comparable of two amounts of avoided emissions: only amounts of one basis may be added. */
export interface Basis {
  readonly timeSense: string | null;
  readonly accounting: string;
  readonly attribution: string;
}

/** What a portfolio keeps of one package. */
export interface PortfolioEntry {
  readonly file: string;
  /** SHA-256 of the tag manifest; `null` for what cannot be opened. */
  readonly id: string | null;
  /** Why it does not count; `null` for a sound package. */
  readonly problem: Message | null;
  readonly company: string | null;
  readonly product: string | null;
  readonly model: string | null;
  readonly fiscalYear: number | null;
  readonly draft: boolean;
  /** Of a public version: the id of the full one; `null` else. */
  readonly fullPackage: string | null;
  /** Whether it names another version of the product: then its findings and reports are not checked. */
  readonly isOtherVersion: boolean;
  /** t-CO2e as certified: rounded. */
  readonly avoided: Decimal | null;
  readonly basis: Basis | null;
  /** t-CO2e of each stage, unrounded, and what rebound and side effects take off; `null` where the package does not split its amount. */
  readonly stages: Readonly<Record<Stage, Decimal>> | null;
  readonly deducted: Decimal | null;
  /** Places of the sales counted; `null` where they are not known. */
  readonly markets: readonly string[] | null;
}

const NOTHING = {
  company: null,
  product: null,
  model: null,
  fiscalYear: null,
  draft: false,
  fullPackage: null,
  isOtherVersion: false,
  avoided: null,
  basis: null,
};
const UNSPLIT = { stages: null, deducted: null, markets: null };

/** @returns what stands for a file that could not be read at all */
export const unreadEntry = (file: string, problem: Message): PortfolioEntry => ({
  file,
  id: null,
  problem,
  ...NOTHING,
  ...UNSPLIT,
});

/**
 * Reads one package for a portfolio.
 * @param withWorkbook whether each workbook is opened and recalculated, too
 */
export async function portfolioEntry(
  file: string,
  bytes: Uint8Array,
  tools: VerifyTools,
  withWorkbook = false,
): Promise<PortfolioEntry> {
  const { verification, opened } = await checkPackage(bytes, tools, withWorkbook);
  const { id, info } = verification;
  const problem = problemOf(verification);
  if (!info || !opened) return { file, id, problem, ...NOTHING, ...UNSPLIT };
  const { assessment, reading } = opened.documents;
  return {
    file,
    id,
    problem,
    company: info.applicant,
    product: info.productName,
    model: info.productModel,
    fiscalYear: info.fiscalYear,
    draft: info.draft,
    fullPackage: info.fullPackage,
    isOtherVersion: info.software !== PRODUCT_VERSION,
    ...amountOf(info.numbers),
    ...(assessment ? splitOf(assessment.assessment) : UNSPLIT),
    markets:
      reading && info.fiscalYear !== null ? marketsOf(reading.case, info.fiscalYear, info.numbers.accounting) : null,
  };
}

/** The first fault that makes a package unsound. */
function problemOf({ checks }: Verification): Message | null {
  const faults = checks.flatMap((check) => check.faults).filter(({ code }) => FAULTS[code][1] !== 'warned');
  return faults.length === 0
    ? null
    : message('package.portfolio.broken', { reason: faults[0]!.message, count: faults.length });
}

const DIGITS = /^-?\d+(\.\d+)?$/;

function amountOf({ avoided, timeSense, accounting, attribution }: CertifiedNumbers) {
  const isNumber = avoided !== null && DIGITS.test(avoided);
  return { avoided: isNumber ? new Decimal(avoided) : null, basis: { timeSense, accounting, attribution } };
}

const TONNES = '0.001';
/** Of the amount: what divisions may leave in the last digits. */
const CLOSE = '1e-12';

/** c · Σ k · N · ΔE of each stage, where all stages are certified on flow basis; then the stages less deductions are the whole. */
function splitOf(assessment: StoredAssessment): Pick<PortfolioEntry, 'stages' | 'deducted'> {
  const none = { stages: null, deducted: null };
  const { avoided, contributionRate, attribution, accounting, segments } = assessment;
  const rate = attribution === 'rate' ? contributionRate.value : new Decimal(1);
  if (avoided.value === null || rate === null || accounting !== 'flow' || segments.length === 0) return none;
  const weighed = segments.map((segment) => ({
    segment,
    units: segment.functionalUnitsPerUnit.times(segment.unitsOutside).times(rate).times(TONNES),
  }));
  const stageTotal = (stage: Stage) =>
    sum(
      weighed.map(({ segment, units }) =>
        sum(segment.stages.filter((one) => one.stage === stage).map(({ reduction }) => reduction)).times(units),
      ),
    );
  const stages = Object.fromEntries(STAGES.map((stage) => [stage, stageTotal(stage)])) as Record<Stage, Decimal>;
  const deducted = sum(weighed.map(({ segment, units }) => segment.rebound.plus(segment.sideEffects).times(units)));
  const rest = sum(Object.values(stages)).minus(deducted).minus(avoided.value).abs();
  return rest.lessThanOrEqualTo(avoided.value.abs().times(CLOSE)) ? { stages, deducted } : none;
}

/** Places of the sales that the amount counts; a sale without a place leaves the markets unknown. */
function marketsOf({ sales }: Case, fiscalYear: number, accounting: string): readonly string[] | null {
  // What was sold before and is still in use counts on stock basis, too.
  const isCounted = (period: number | null) =>
    period !== null && (accounting === 'stock' ? period <= fiscalYear : period === fiscalYear);
  const counted = sales.filter(
    ({ period, inCity, status }) => isCounted(period) && inCity === 'out' && status === 'realized',
  );
  const places = counted.map(({ place }) => place);
  return places.includes(null) || places.length === 0 ? null : [...new Set(places as string[])].sort();
}
