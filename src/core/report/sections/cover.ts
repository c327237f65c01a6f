import type { Result } from '../../calculation/types';
import { PRODUCT_VERSION } from '../../version';
import { reported } from '../../../locales/numbers';
import { basisText, plainFacts, NOTHING, type ReportContext } from '../context';
import { text, type Block, type NumbersBlock } from '../document';

const WHO = [
  'addressee',
  'submissionDate',
  'applicant',
  'applicantAddress',
  'representative',
  'citySite',
  'siteRole',
  'contact',
];
const WHAT = ['productName', 'productModel', 'fiscalYear', 'functionalUnit', 'baselineDescription'];

/** Who applies for what, and the two numbers; what is not the city's is said here, too. */
export function cover(context: ReportContext): readonly Block[] {
  return [
    text(context.own('cover.notTheCitysForm'), 'note'),
    { kind: 'facts', rows: plainFacts(context, WHO) },
    { kind: 'facts', rows: plainFacts(context, WHAT) },
    certifiedNumbers(context),
    ...missingReasons(context),
    ...stateOf(context),
    text(method(context), 'note'),
  ];
}

export function certifiedNumbers(context: ReportContext): NumbersBlock {
  const { reductionPerUnit, avoided, attribution } = context.outcome.assessment;
  return {
    kind: 'numbers',
    items: [
      number(context, 'reduction', reductionPerUnit, context.own('cover.perFunctionalUnit')),
      number(
        context,
        'avoided',
        avoided,
        [timeSense(context), attribution === 'unallocated' ? context.own('cover.unallocated') : null]
          .filter((part) => part !== null)
          .join(' · '),
      ),
    ],
  };
}

function number({ own }: ReportContext, key: string, { value, unit, rounding }: Result, note: string) {
  const label = own(`numbers.${key}`);
  return value
    ? { label, value: reported(value, rounding), unit, note }
    : { label, value: NOTHING, unit, note: own('numbers.none') };
}

export function timeSense({ outcome, own }: ReportContext): string | null {
  const sense = outcome.assessment.timeSense;
  return sense && own(`numbers.${sense}`);
}

/** Why a number is missing, each reason once. */
function missingReasons({ outcome, say }: ReportContext): readonly Block[] {
  const { reductionPerUnit, avoided } = outcome.assessment;
  const reasons = [...reductionPerUnit.reasons, ...avoided.reasons].map(say);
  return [...new Set(reasons)].map((reason) => text(reason, 'warning'));
}

/** How much is open, as review sees it; a case nobody reviewed says so. */
function stateOf({ review, own, outcome }: ReportContext): readonly Block[] {
  const warn = text(own('cover.notReviewed'), 'warning');
  const blocks = outcome.problems.filter(({ severity }) => severity === 'block').length;
  if (!review) return blocks > 0 ? [warn, text(own('cover.open', { count: blocks }), 'warning')] : [warn];
  const open = review.findings.filter(({ severity }) => severity === 'block').length;
  return open > 0 ? [text(own('cover.open', { count: open }), 'warning')] : [];
}

function method(context: ReportContext): string {
  const { profile, settings } = context.outcome.assessment;
  const bases = [...new Set(settings.map(({ basis }) => basisText(context, basis)))];
  return context.own('cover.method', {
    profile: context.say(`choices.profile.${profile.id}`),
    version: profile.version,
    bases,
    product: PRODUCT_VERSION,
  });
}
