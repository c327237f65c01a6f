import { pageReports } from '../../adapters/documents/pageReports';
import { createRecalculator } from '../../adapters/recalc/univerRecalculator';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import { webDigest } from '../../adapters/zip/digest';
import { inflate } from '../../adapters/zip/inflate';
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
  ...pageReports(() => import('../../adapters/documents/documentBuilder')),
});
