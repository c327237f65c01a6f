import { documentBuilder, publicDocumentBuilder } from '../../adapters/documents/documentBuilder';
import { papers } from '../../adapters/documents/papers';
import { nodeDigest } from '../../adapters/node/digest';
import { packageTools as sharedTools } from '../../adapters/packages/packageTools';
import type { VerifyTools } from '../../core/package/verify/context';
import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts } from '../../locales/translator';
import { reportFonts } from './reportFonts';

// Reports say them, whoever makes one.
addTexts(MORE_TEXTS);

/** What packing and verifying need of this machine, without reports. */
export const packageTools = (): VerifyTools => sharedTools(nodeDigest);

/** As {@link packageTools}, with reports and their fonts. */
export async function reportingTools(): Promise<VerifyTools> {
  const fonts = await reportFonts();
  return {
    ...packageTools(),
    documents: documentBuilder(fonts),
    publicDocuments: publicDocumentBuilder(fonts),
    papers: papers(fonts),
  };
}
