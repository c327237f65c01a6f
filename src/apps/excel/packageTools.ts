import { pageReports } from '../../adapters/documents/pageReports';
import { createRecalculator } from '../../adapters/recalc/univerRecalculator';
import { hiddenParts } from '../../adapters/xlsx/read/hiddenParts';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import { webDigest } from '../../adapters/zip/digest';
import { inflate } from '../../adapters/zip/inflate';
import { hiddenInSheets } from '../../core/package/hiddenContent';
import type { VerifyTools } from '../../core/package/verify/context';
import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts } from '../../locales/translator';

addTexts(MORE_TEXTS);

/** What packing and verifying need of this machine. */
export const packageTools = (): VerifyTools => ({
  digest: webDigest,
  inflate,
  open: (bytes) => readXlsx(bytes),
  recalculator: createRecalculator(),
  hidden: (bytes, snapshot) => [...hiddenParts(bytes), ...hiddenInSheets(snapshot)],
  ...pageReports(() => import('./reports')),
});
