import { KmcError, message } from '../../core/message';
import type { DocumentBuilder, PublicDocumentBuilder } from '../../core/package/documents/builder';
import type { Papers } from '../../core/package/documents/papers';
import type { PackTools } from '../../core/package/pack';
import type { PdfFonts } from '../pdf/pdfOf';

/** What `documentBuilder.ts` exports, said without it: the page loads that file later. */
interface Builders {
  readonly documentBuilder: (fonts: PdfFonts | null) => DocumentBuilder;
  readonly publicDocumentBuilder: (fonts: PdfFonts | null) => PublicDocumentBuilder;
  readonly papers: (fonts: PdfFonts | null) => Papers;
}

type Reports = Required<Pick<PackTools, 'documents' | 'publicDocuments' | 'papers'>>;

/** Beside the page, see `webpack.config.js`. */
const FILES = { regular: 'fonts/NotoSansJP-Regular.ttf', bold: 'fonts/NotoSansJP-Bold.ttf' };

/**
 * Reports made in a page. What makes them and its fonts, which are large, are fetched with the first one.
 * @param load what makes reports, with the texts it says
 */
export function pageReports(load: () => Promise<Builders>): Reports {
  let started: Promise<Reports> | null = null;
  const ready = (): Promise<Reports> => {
    started ??= begin(load);
    // A failure, e.g. without a connection, is not kept: the next report tries again.
    started.catch(() => (started = null));
    return started;
  };
  return {
    documents: async (input) => (await ready()).documents!(input),
    publicDocuments: async (input) => (await ready()).publicDocuments!(input),
    papers: {
      letter: async (input) => (await ready()).papers!.letter(input),
      opinion: async (input) => (await ready()).papers!.opinion(input),
      uses: async (input, source) => (await ready()).papers!.uses(input, source),
    },
  };
}

async function begin(load: () => Promise<Builders>): Promise<Reports> {
  const [{ documentBuilder, publicDocumentBuilder, papers }, fonts] = await Promise.all([load(), pageFonts()]);
  return { documents: documentBuilder(fonts), publicDocuments: publicDocumentBuilder(fonts), papers: papers(fonts) };
}

async function pageFonts(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([fetched(FILES.regular), fetched(FILES.bold)]);
  return { regular, bold };
}

async function fetched(file: string): Promise<Uint8Array> {
  const answer = await fetch(file).catch(() => null);
  if (!answer?.ok) throw new KmcError(message('host.report-fonts', { file }));
  return new Uint8Array(await answer.arrayBuffer());
}
