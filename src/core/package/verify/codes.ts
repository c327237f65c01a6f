/** What is checked of a package, in the order in which it is told. */
export const CHECKS = [
  'container',
  'bag',
  'documents',
  'version',
  'profile',
  'numbers',
  'factors',
  'library',
  'workbook',
  'cached-values',
  'findings',
  'decisions',
  'changes',
  'answers',
  'evidence',
  'package-info',
  'reports',
] as const;
export type CheckId = (typeof CHECKS)[number];

/**
 * Everything `verify` can find, closed: the check it belongs to and how it weighs. `unusable`: nothing further can be read. `failed`: what the
 * package says is not so. `warned`: it is so, and a person should know.
 */
export const FAULTS = {
  'not-a-package': ['container', 'unusable'],
  'container-damaged': ['container', 'unusable'],
  'too-large': ['container', 'unusable'],
  'too-many-files': ['container', 'unusable'],
  'packed-too-tightly': ['container', 'unusable'],
  'unsafe-name': ['container', 'unusable'],
  'repeated-name': ['container', 'unusable'],
  'link-inside': ['container', 'unusable'],
  'no-bag': ['container', 'unusable'],
  'container-differs': ['container', 'warned'],
  'container-unlike': ['container', 'failed'],
  'bag-declaration': ['bag', 'failed'],
  'manifest-missing': ['bag', 'failed'],
  'manifest-malformed': ['bag', 'failed'],
  'manifest-differs': ['bag', 'failed'],
  'tag-file-unknown': ['bag', 'failed'],
  'file-missing': ['bag', 'failed'],
  'file-unlisted': ['bag', 'failed'],
  'hash-differs': ['bag', 'failed'],
  'bag-info-differs': ['bag', 'failed'],
  'document-missing': ['documents', 'failed'],
  'document-unknown': ['documents', 'failed'],
  'json-invalid': ['documents', 'failed'],
  'json-not-canonical': ['documents', 'failed'],
  'shape-differs': ['documents', 'failed'],
  'not-understood': ['documents', 'failed'],
  'format-unknown': ['version', 'failed'],
  'software-other': ['version', 'warned'],
  'profile-differs': ['profile', 'failed'],
  'profile-unknown': ['profile', 'warned'],
  'number-differs': ['numbers', 'failed'],
  'factor-differs': ['factors', 'failed'],
  'factor-added': ['factors', 'failed'],
  'factor-missing': ['factors', 'failed'],
  'factor-order': ['factors', 'failed'],
  'library-differs': ['library', 'warned'],
  'library-other': ['library', 'warned'],
  'workbook-unreadable': ['workbook', 'failed'],
  'case-differs': ['workbook', 'failed'],
  'value-stale': ['cached-values', 'failed'],
  'formula-beyond-bounds': ['cached-values', 'warned'],
  'formula-not-recalculated': ['cached-values', 'warned'],
  'finding-differs': ['findings', 'failed'],
  'finding-added': ['findings', 'failed'],
  'finding-missing': ['findings', 'failed'],
  'finding-order': ['findings', 'failed'],
  'findings-of-other-version': ['findings', 'warned'],
  'blocking-by-this-version': ['findings', 'warned'],
  'decision-differs': ['decisions', 'failed'],
  'decision-added': ['decisions', 'failed'],
  'decision-missing': ['decisions', 'failed'],
  'decision-order': ['decisions', 'failed'],
  'decision-reopened': ['decisions', 'warned'],
  'decision-unbound': ['answers', 'warned'],
  'decision-not-reviewers': ['answers', 'failed'],
  'previous-other': ['changes', 'failed'],
  'change-differs': ['changes', 'failed'],
  'previous-missing': ['answers', 'failed'],
  'answer-differs': ['answers', 'failed'],
  'answer-added': ['answers', 'failed'],
  'answer-missing': ['answers', 'failed'],
  'answer-order': ['answers', 'failed'],
  'review-of-other-package': ['answers', 'failed'],
  'review-differs': ['answers', 'failed'],
  'review-unbound': ['answers', 'warned'],
  'remark-unanswered': ['answers', 'warned'],
  'evidence-missing': ['evidence', 'warned'],
  'evidence-unlisted': ['evidence', 'failed'],
  'evidence-differs': ['evidence', 'failed'],
  'evidence-unhashed': ['evidence', 'warned'],
  'info-differs': ['package-info', 'failed'],
  draft: ['package-info', 'warned'],
  'report-differs': ['reports', 'failed'],
  'report-missing': ['reports', 'warned'],
} as const satisfies Record<string, readonly [CheckId, 'unusable' | 'failed' | 'warned']>;
export type FaultCode = keyof typeof FAULTS;

/** Why a check was not made, or says little. */
export const NOT_CHECKED = [
  'none-there',
  'unreadable',
  'document-broken',
  'not-opened',
  'public-version',
  'no-recalculation',
  'partly-recalculated',
  'no-report-builder',
  'pdf-not-made',
  'other-software',
  'no-reports',
  'no-earlier-package',
] as const;
export type NotChecked = (typeof NOT_CHECKED)[number];

/**
 * What all checks together say, closed. `passed`: all was checked, and all is as the package says. `warned`: so, and a person should know of something.
 * `incomplete`: nothing wrong was found, and something was not checked. `other-version`: nothing wrong was found, and rules and reports were not
 * checked because the package says that another version of the product made it, which anybody can write. `failed`: something is not as the package
 * says. `unusable`: nothing could be read.
 */
export const VERIFICATION_STATES = ['passed', 'warned', 'incomplete', 'other-version', 'failed', 'unusable'] as const;
export type VerificationState = (typeof VERIFICATION_STATES)[number];
