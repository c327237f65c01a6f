import { documentBuilder, publicDocumentBuilder } from '../../adapters/documents/documentBuilder';
import { nodeDigest } from '../../adapters/node/digest';
import { createRecalculator } from '../../adapters/recalc/univerRecalculator';
import { hiddenParts } from '../../adapters/xlsx/read/hiddenParts';
import { readXlsx } from '../../adapters/xlsx/read/readXlsx';
import { inflate } from '../../adapters/zip/inflate';
import { hiddenInSheets } from '../../core/package/hiddenContent';
import type { VerifyTools } from '../../core/package/verify/context';
import { reportFonts } from './reportFonts';

/** What packing and verifying need of this machine, without reports. */
export const packageTools = (): VerifyTools => ({
  digest: nodeDigest,
  inflate,
  open: (bytes) => readXlsx(bytes),
  recalculator: createRecalculator(),
  documents: null,
  hidden: (bytes, snapshot) => [...hiddenParts(bytes), ...hiddenInSheets(snapshot)],
});

/** As {@link packageTools}, with reports and their fonts. */
export async function reportingTools(): Promise<VerifyTools> {
  const fonts = await reportFonts();
  return { ...packageTools(), documents: documentBuilder(fonts), publicDocuments: publicDocumentBuilder(fonts) };
}
