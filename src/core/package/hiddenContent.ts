import type { WorkbookSnapshot } from '../workbook/snapshot';

/** What goes out with a workbook though nobody sees it on its sheets. */
export const HIDDEN_KINDS = [
  'author',
  'last-author',
  'company',
  'own-properties',
  'comments',
  'embedded-files',
  'own-data',
  'macros',
  'external-links',
  'hidden-sheets',
  'hidden-rows',
  'hidden-names',
] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

export interface HiddenContent {
  readonly kind: HiddenKind;
  /** Names: of people, parts, sheets, or what a link leads to. */
  readonly found: readonly string[];
}

/** Names of ours, which a workbook of KMC always holds. */
const OURS = /^(Kmc|_xl)/i;

/** What the sheets themselves hide. */
export function hiddenInSheets({ sheets, names, externalLinks }: WorkbookSnapshot): readonly HiddenContent[] {
  const hiddenSheets = sheets.filter(({ visibility }) => visibility !== 'visible').map(({ name }) => name);
  const hiddenParts = sheets
    .filter(({ hiddenRows, hiddenColumns }) => hiddenRows.length + hiddenColumns.length > 0)
    .map(({ name }) => name);
  const hiddenNames = names.filter(({ name, hidden }) => hidden && !OURS.test(name)).map(({ name }) => name);
  const all: readonly HiddenContent[] = [
    { kind: 'external-links', found: externalLinks },
    { kind: 'hidden-sheets', found: hiddenSheets },
    { kind: 'hidden-rows', found: hiddenParts },
    { kind: 'hidden-names', found: hiddenNames },
  ];
  return all.filter(({ found }) => found.length > 0);
}
