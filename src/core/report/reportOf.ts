import { fieldValue, reportContext, type ReportContext } from './context';
import type { ReportDocument } from './document';
import type { ReportInput } from './input';
import { assumptions } from './sections/assumptions';
import { boundary } from './sections/boundary';
import { changes } from './sections/changes';
import { contribution } from './sections/contribution';
import { cover } from './sections/cover';
import { criteria } from './sections/criteria';
import { evidence } from './sections/evidence';
import { factors } from './sections/factors';
import { inventories } from './sections/inventories';
import { product } from './sections/product';
import { results } from './sections/results';
import { sales } from './sections/sales';
import { trace } from './sections/trace';
import { uncertainty } from './sections/uncertainty';
import { years } from './sections/years';

/** The report for those who check a case: everything the two numbers rest on. For the public there is `publicReportOf`. */
export function reportOf(input: ReportInput): ReportDocument {
  const context = reportContext(input);
  const sections = [
    product,
    boundary,
    results,
    inventories,
    factors,
    contribution,
    sales,
    criteria,
    uncertainty,
    years,
    assumptions,
    evidence,
    changes,
    trace,
  ].map((section) => section(context));
  return {
    language: input.language,
    title: context.own('title'),
    stamp: stampOf(context),
    running: [context.own('title'), fieldValue(context, 'productName')].filter((part) => part !== null).join(' · '),
    cover: cover(context),
    sections: sections.filter((section) => section !== null),
  };
}

/** A case with open blocks, without a number or without a review is a draft for the city's pre-check. */
export function isDraft({ outcome, review }: Pick<ReportInput, 'outcome' | 'review'>): boolean {
  const { reductionPerUnit, avoided } = outcome.assessment;
  const blocked = [...outcome.problems, ...(review?.findings ?? [])].some(({ severity }) => severity === 'block');
  return review === null || blocked || reductionPerUnit.value === null || avoided.value === null;
}

export const stampOf = ({ draft, own }: ReportContext): string | null => (draft ? own('draft') : null);
