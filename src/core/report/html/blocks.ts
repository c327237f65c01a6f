import { pieces } from '../chemicals';
import type { Block, FactsBlock, NumbersBlock, TableBlock, TableRow } from '../document';
import { svgOf } from '../drawings/svg';
import { escaped } from './escape';

/** A text as it stands in the page: escaped, digits of gases lowered, its line breaks kept. */
export const inline = (text: string): string =>
  pieces(text)
    .map(({ text: part, lowered }) => (lowered ? `<sub>${part}</sub>` : escaped(part).replace(/\r?\n/g, '<br>')))
    .join('');

function facts({ rows }: FactsBlock): string {
  const noted = rows.some(({ note }) => note !== undefined);
  const third = (note: string | undefined) => (noted ? `<td class="note">${inline(note ?? '')}</td>` : '');
  const body = rows.map(
    ({ label, value, note }) => `<tr><th scope="row">${inline(label)}</th><td>${inline(value)}</td>${third(note)}</tr>`,
  );
  return `<div class="tablebox"><table class="facts"><tbody>${body.join('')}</tbody></table></div>`;
}

const numbers = ({ items }: NumbersBlock): string =>
  `<div class="numbers">${items
    .map(
      ({ label, value, unit, note }) =>
        `<div><b>${inline(label)}</b><span class="value">${inline(value)}</span> <span class="unit">${inline(unit)}</span><br><small>${inline(note)}</small></div>`,
    )
    .join('')}</div>`;

function row({ look, cells }: TableRow, { columns }: TableBlock): string {
  if (look === 'group')
    return `<tr class="group"><th colspan="${columns.length}" scope="colgroup">${inline(cells[0] ?? '')}</th></tr>`;
  const inner = cells.map((cell, at) => `<td${side(columns[at]?.align)}>${inline(cell)}</td>`).join('');
  return `<tr${look === 'total' ? ' class="total"' : ''}>${inner}</tr>`;
}

const side = (align: 'left' | 'right' | undefined): string => (align === 'right' ? ' class="right"' : '');

function table(block: TableBlock): string {
  const { caption, columns, rows } = block;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => `<col width="${Math.round((width / whole) * 1000) / 10}%">`).join('');
  const head = columns.map(({ header, align }) => `<th scope="col"${side(align)}>${inline(header)}</th>`).join('');
  const title = caption === null ? '' : `<caption>${inline(caption)}</caption>`;
  return `<div class="tablebox"><table>${title}<colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${rows.map((one) => row(one, block)).join('')}</tbody></table></div>`;
}

export function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'text':
      return `<p${block.tone === 'body' ? '' : ` class="${block.tone}"`}>${inline(block.text)}</p>`;
    case 'heading':
      return `<h3>${inline(block.text)}</h3>`;
    case 'facts':
      return facts(block);
    case 'numbers':
      return numbers(block);
    case 'table':
      return table(block);
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${inline(item)}</li>`).join('')}</ul>`;
    case 'drawing': {
      const named = ` role="img" aria-label="${escaped(block.description)}"`;
      return `<figure>${svgOf(block.drawing, named)}<figcaption>${inline(block.caption)}</figcaption></figure>`;
    }
  }
}
