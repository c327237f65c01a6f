// The help pages, of functions and of the method, are Markdown of a few forms only (headings, tables, code, paragraphs, links); Excel opens HTML.

const STYLE =
  'body{font:15px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#242424}' +
  'table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #d1d1d1;padding:.3rem .6rem;text-align:left;vertical-align:top}' +
  'pre,code{font-family:ui-monospace,Consolas,monospace;background:#f5f5f5}pre{padding:.6rem;white-space:pre-wrap}' +
  '@media(prefers-color-scheme:dark){body{background:#1f1f1f;color:#fff}pre,code{background:#333}a{color:#62abf5}}';

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A page's links lead to other pages beside it, or from the functions to the method and back. */
const inline = (text) =>
  escaped(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\[([^\]]+)\]\(([\w./-]+)\.md\)/g, '<a href="$2.html">$1</a>')
    .replace(/\[([^\]]+)\]\((https:[^)]+)\)/g, '<a href="$2">$1</a>');

const cellsOf = (line) =>
  line
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => inline(cell.trim().replaceAll('\\|', '|')));

function tableOf(lines) {
  const row = (tag, line) =>
    `<tr>${cellsOf(line)
      .map((cell) => `<${tag}>${cell}</${tag}>`)
      .join('')}</tr>`;
  const [head, , ...body] = lines;
  return `<table>${row('th', head)}${body.map((line) => row('td', line)).join('')}</table>`;
}

const listOf = (lines) => `<ul>${lines.map((line) => `<li>${inline(line.slice(2))}</li>`).join('')}</ul>`;

function blockOf(block) {
  const lines = block.split('\n');
  const heading = /^(#{1,3}) (.*)$/.exec(block);
  if (heading) return `<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`;
  if (block.startsWith('```')) return `<pre>${escaped(lines.slice(1, -1).join('\n'))}</pre>`;
  if (lines.length > 2 && lines[1].startsWith('| ---')) return tableOf(lines);
  if (lines.every((line) => line.startsWith('- '))) return listOf(lines);
  return `<p>${lines.map(inline).join(' ')}</p>`;
}

/** Blocks are divided by blank lines, but for those inside code. */
const blocksOf = (markdown) =>
  markdown
    .match(/```[\s\S]*?```|(?:(?!\n\n|```)[\s\S])+/g)
    .map((block) => block.trim())
    .filter(Boolean);

/**
 * @param {string} markdown one help page
 * @param {string} language of the page, `en` or `ja`
 * @returns {string} the page as HTML, complete in itself
 */
function helpHtml(markdown, language) {
  const title = escaped(/^# (.*)$/m.exec(markdown)[1]);
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${STYLE}</style>`;
  return `<!doctype html><html lang="${language}"><head>${head}</head><body>${blocksOf(markdown).map(blockOf).join('\n')}</body></html>\n`;
}

module.exports = { helpHtml };
