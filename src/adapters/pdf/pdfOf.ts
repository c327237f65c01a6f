import pdfmake, { type Content } from 'pdfmake';
import type { Block, ReportDocument, Section } from '../../core/report/document';
import { blockContent, TEXT_WIDTH } from './blocks';
import { compressStreams } from './compressStreams';
import { glyphsOf } from './glyphs';
import { Typesetter } from './typesetter';

/** TrueType files of Noto Sans JP; only the glyphs in use are embedded. */
export interface PdfFonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
}

export interface PdfTexts {
  /** Said at the end where a character had no glyph. */
  readonly missingGlyphs: string;
}

/** The clock stays out of it, as in the workbooks we write. */
const MADE = new Date(Date.UTC(2000, 0, 1));

const FAMILY = 'NotoSansJP';
/** Named as the fonts name themselves: pictures ask for a font by its file, and what is loaded already is found under its own name. */
const FILES = { regular: 'NotoSansJP-Regular', bold: 'NotoSansJP-Bold' };

const LINE = '#a6a6a6';
const LAYOUTS = {
  kmc: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => LINE,
    vLineColor: () => LINE,
    paddingLeft: () => 4,
    paddingRight: () => 4,
    paddingTop: () => 2,
    paddingBottom: () => 2,
  },
  numbers: { hLineWidth: () => 1, vLineWidth: () => 1, hLineColor: () => '#1f1f1f', vLineColor: () => '#1f1f1f' },
};

/** Rows above which looking for headings left alone at a page's foot would lay out the document too many times. */
const MOST_ROWS = 400;

/**
 * A document as PDF: A4, its fonts embedded, its text searchable, its pictures as vectors, pages numbered.
 * The same document and fonts give the same bytes on every machine: it is compressed by one compressor, since those of machines differ.
 * @throws RangeError for fonts that are no TrueType files
 */
export async function pdfOf(document: ReportDocument, fonts: PdfFonts, texts: PdfTexts): Promise<Uint8Array> {
  pdfmake.virtualfs.writeFileSync(FILES.regular, fonts.regular);
  pdfmake.virtualfs.writeFileSync(FILES.bold, fonts.bold);
  pdfmake.setFonts({
    [FAMILY]: { normal: FILES.regular, bold: FILES.bold, italics: FILES.regular, bolditalics: FILES.bold },
  });
  pdfmake.setTableLayouts(LAYOUTS);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy?.(() => false);
  const set = new Typesetter(glyphsOf(fonts.regular));
  const made = pdfmake.createPdf(definition(document, texts, set));
  return compressStreams(new Uint8Array(await made.getBuffer()));
}

function definition(document: ReportDocument, texts: PdfTexts, set: Typesetter): Readonly<Record<string, unknown>> {
  const { language, title, cover, sections } = document;
  const content = [
    ...titleOf(document, set),
    ...cover.map((block) => blockContent(block, set)),
    ...contents(sections),
    ...sections.map((section, index) => sectionContent(section, index, sections.length, set)),
  ];
  const last = set.missing ? [{ text: set.runs(texts.missingGlyphs), style: 'caption', margin: [0, 12, 0, 0] }] : [];
  return {
    content: [...content, ...last],
    ...frame(document, set),
    ...(rowsOf(sections) > MOST_ROWS ? {} : HEADINGS),
    language,
    displayTitle: true,
    compress: false,
    version: '1.5',
    pageSize: 'A4',
    pageMargins: [42.5, 48, 42.5, 46],
    defaultStyle: { font: FAMILY, fontSize: 9.5, lineHeight: 1.15, color: '#1f1f1f' },
    styles: STYLES,
    info: { title, creator: 'KMC', producer: 'KMC', creationDate: MADE, modDate: MADE },
  };
}

const STYLES = {
  h1: { fontSize: 19, bold: true },
  h2: { fontSize: 13, bold: true, margin: [0, 14, 0, 3] },
  h3: { fontSize: 10.5, bold: true, margin: [0, 6, 0, 4] },
  caption: { fontSize: 8, color: '#5c5c5c' },
  table: { fontSize: 7.8, margin: [0, 0, 0, 8] },
};

function titleOf({ title, stamp }: ReportDocument, set: Typesetter): readonly Content[] {
  const head = { text: set.runs(title), style: 'h1', margin: [0, 0, 0, 10] };
  if (stamp === null) return [head];
  const box = {
    text: set.runs(stamp),
    color: '#a4262c',
    bold: true,
    fontSize: 12,
    alignment: 'right',
    margin: [0, 0, 0, 8],
  };
  return [box, head];
}

const isLong = (sections: readonly Section[]): boolean => sections.length >= 4;

const contents = (sections: readonly Section[]): readonly Content[] =>
  isLong(sections) ? [{ toc: { numberStyle: { fontSize: 9 } }, margin: [0, 10, 0, 0] }] : [];

function sectionContent({ title, blocks }: Section, index: number, count: number, set: Typesetter): Content {
  const long = count >= 4;
  const name = set.runs(`${index + 1}. ${title}`);
  const head = {
    text: name,
    style: 'h2',
    headlineLevel: 1,
    ...(long ? { tocItem: true, tocStyle: { fontSize: 9 } } : {}),
    ...(long && index === 0 ? { pageBreak: 'before' } : {}),
  };
  const rule = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: TEXT_WIDTH, y2: 0, lineWidth: 1.2 }],
    margin: [0, 0, 0, 7],
  };
  return keptWithPictures([[head, rule], ...blocks.map((block) => [blockContent(block, set)])], [null, ...blocks]);
}

/**
 * A heading and the picture right below it stay on one page.
 * @param blocks beside `contents`; `null` for the section's own heading
 */
function keptWithPictures(
  contents: readonly (readonly Content[])[],
  blocks: readonly (Block | null)[],
): readonly Content[] {
  const isHeading = (at: number) => blocks[at] === null || blocks[at]?.kind === 'heading';
  return contents.flatMap((content, at): readonly Content[] => {
    if (isHeading(at) && blocks[at + 1]?.kind === 'drawing')
      return [{ unbreakable: true, stack: [...content.map(withoutLevel), ...contents[at + 1]!] }];
    return at > 0 && blocks[at]?.kind === 'drawing' && isHeading(at - 1) ? [] : content;
  });
}

/** What is kept together anyway may not be broken in its middle: it would be lost. */
const withoutLevel = (content: Content): Content => ({ ...(content as object), headlineLevel: undefined });

/** Stamp and title at the head of each page but the first, the page's number at its foot. */
function frame({ running, stamp }: ReportDocument, set: Typesetter): Readonly<Record<string, unknown>> {
  const [name, mark] = [set.runs(running), set.runs(stamp ?? '')];
  return {
    header: (page: number) =>
      page === 1
        ? ''
        : {
            margin: [42.5, 22, 42.5, 0],
            fontSize: 7.5,
            columns: [
              { text: name, color: '#5c5c5c', width: '*' },
              { text: mark, color: '#a4262c', alignment: 'right', width: 150 },
            ],
          },
    footer: (page: number, pages: number) => ({
      text: `${page} / ${pages}`,
      alignment: 'center',
      fontSize: 8.5,
      margin: [0, 16, 0, 0],
    }),
  };
}

interface PlacedNode {
  readonly id?: string;
  readonly headlineLevel?: number;
  readonly startPosition: { readonly pageNumber: number };
}

interface Neighbours {
  readonly getFollowingNodesOnPage: () => readonly PlacedNode[];
}

/** A heading, a table's caption or a group's row below which nothing stands on its page goes to the next one, with what it is the head of. */
const HEADINGS = {
  pageBreakBefore: ({ headlineLevel, startPosition }: PlacedNode, { getFollowingNodesOnPage }: Neighbours) =>
    headlineLevel !== undefined &&
    !getFollowingNodesOnPage().some(
      (node) =>
        node.id !== undefined &&
        node.headlineLevel === undefined &&
        node.startPosition.pageNumber === startPosition.pageNumber,
    ),
};

const rowsOf = (sections: readonly Section[]): number =>
  sections.flatMap(({ blocks }) => blocks).reduce((sum, block) => sum + ('rows' in block ? block.rows.length : 1), 0);
