import { message, type Message } from '../../message';
import type { ReviewedApplication, ReviewFile } from '../../review/decisions/reviewFile';

/** What a review is held against. */
export interface BoundTo {
  /** The application as the open workbook states it. */
  readonly application: ReviewedApplication;
  /** Id of the earlier package; `null` where it is not at hand. */
  readonly package: string | null;
}

/** Whether a review is of an application, and the sentence that says so. `refused`: nothing of it may be taken over. */
export interface Binding {
  readonly state: 'same' | 'changed' | 'unknown' | 'refused';
  readonly message: Message;
}

/**
 * The package's id decides where the earlier package is at hand, whatever was renamed since; without it, product, model and year do.
 * @param file `application` and `package` of a review.json
 */
export function bindingOf(file: Pick<ReviewFile, 'package' | 'application'>, to: BoundTo): Binding {
  if (file.package !== null && to.package !== null) {
    if (file.package === to.package) return { state: 'same', message: message('decisions.binding.same') };
    const params = { found: file.package, expected: to.package };
    return { state: 'refused', message: message('decisions.binding.other-package', params) };
  }
  if (!file.application) return { state: 'unknown', message: message('decisions.binding.unknown') };
  if (isSame(file.application, to.application))
    return { state: 'changed', message: message('decisions.binding.changed') };
  const params = { found: named(file.application), expected: named(to.application) };
  return { state: 'refused', message: message('decisions.binding.other-application', params) };
}

/** The applicant's name may be written in more than one way. */
const isSame = (one: ReviewedApplication, other: ReviewedApplication): boolean =>
  one.productName === other.productName &&
  one.productModel === other.productModel &&
  one.fiscalYear === other.fiscalYear;

const named = ({ applicant, productName, productModel, fiscalYear }: ReviewedApplication): Message =>
  message('decisions.binding.application', {
    applicant: applicant ?? '—',
    product: [productName ?? '—', productModel ?? ''].join(' ').trim(),
    year: fiscalYear ?? '—',
  });
