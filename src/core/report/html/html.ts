import type { ReportDocument, Section } from '../document';
import { blockHtml, inline } from './blocks';
import { escaped } from './escape';
import { pageStyle, STYLE } from './style';

/** Nothing is loaded, nothing is run, nothing can be sent: the page is its own text, style and pictures. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/**
 * A document as one page of HTML that needs no file beside it, runs no script and prints to A4.
 * @returns the same text for the same document, on every machine
 */
export function htmlOf(document: ReportDocument): string {
  const { language, title, stamp, cover, sections } = document;
  const mark = stamp === null ? '' : `<div class="stamp">${inline(stamp)}</div>`;
  const contents =
    sections.length < 4
      ? ''
      : `<nav><ol>${sections.map(({ id, title: name }) => `<li><a href="#${id}">${inline(name)}</a></li>`).join('')}</ol></nav>`;
  return [
    `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>\n<style>${STYLE}${pageStyle(stamp)}</style>\n</head>\n<body>`,
    `<header class="${sections.length < 4 ? '' : 'cover'}">${mark}<h1>${inline(title)}</h1>${cover.map(blockHtml).join('\n')}${contents}</header>`,
    `<main>${sections.map(sectionHtml).join('\n')}</main>`,
    '</body>\n</html>\n',
  ].join('\n');
}

const sectionHtml = ({ id, title, blocks }: Section, index: number): string =>
  `<section id="${id}"><h2>${index + 1}. ${inline(title)}</h2>\n${blocks.map(blockHtml).join('\n')}</section>`;
