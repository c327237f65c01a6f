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
  'container-differs': ['container', 'warned'],
  'bag-declaration': ['bag', 'failed'],
  'manifest-missing': ['bag', 'failed'],
  'manifest-malformed': ['bag', 'failed'],
  'file-missing': ['bag', 'failed'],
  'file-unlisted': ['bag', 'failed'],
  'hash-differs': ['bag', 'failed'],
  'bag-info-differs': ['bag', 'failed'],
  'document-missing': ['documents', 'failed'],
  'document-unknown': ['documents', 'failed'],
  'json-invalid': ['documents', 'failed'],
  'json-not-canonical': ['documents', 'failed'],
  'shape-differs': ['documents', 'failed'],
  'format-unknown': ['version', 'failed'],
  'software-other': ['version', 'warned'],
  'profile-differs': ['profile', 'failed'],
  'profile-unknown': ['profile', 'warned'],
  'number-differs': ['numbers', 'failed'],
  'factor-differs': ['factors', 'failed'],
  'factor-added': ['factors', 'failed'],
  'factor-missing': ['factors', 'failed'],
  'library-differs': ['library', 'warned'],
  'library-other': ['library', 'warned'],
  'workbook-unreadable': ['workbook', 'failed'],
  'case-differs': ['workbook', 'failed'],
  'value-stale': ['cached-values', 'failed'],
  'finding-differs': ['findings', 'failed'],
  'finding-added': ['findings', 'failed'],
  'finding-missing': ['findings', 'failed'],
  'decision-differs': ['decisions', 'failed'],
  'decision-added': ['decisions', 'failed'],
  'decision-missing': ['decisions', 'failed'],
  'decision-reopened': ['decisions', 'warned'],
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

/** Why a check was not made. */
export const NOT_CHECKED = [
  'unreadable',
  'document-broken',
  'not-opened',
  'public-version',
  'no-recalculation',
  'no-report-builder',
  'other-software',
  'no-reports',
] as const;
export type NotChecked = (typeof NOT_CHECKED)[number];
