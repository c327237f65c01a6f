import { pieces } from '../chemicals';
import { escaped } from '../html/escape';
import { COLOURS, type Drawing, type Ink, type Label, type Shape } from './drawing';

const colour = (ink: Ink | null): string => (ink === null ? 'none' : COLOURS[ink]);

/** Two decimals are finer than any printer; more would only differ from machine to machine. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

const dash = (dashed: boolean | undefined): string => (dashed ? ' stroke-dasharray="3 2"' : '');

/** Height of the lowered digit as shares of the letters'. */
const LOWERED_SIZE = 0.7;
const LOWERED_BY = 0.18;

function label({ x, y, text, size, anchor, ink, bold }: Label): string {
  let drop = 0;
  const spans = pieces(text).map(({ text: part, lowered }) => {
    const wanted = lowered ? size * LOWERED_BY : 0;
    const dy = wanted === drop ? '' : ` dy="${n(wanted - drop)}"`;
    drop = wanted;
    return `<tspan${dy}${lowered ? ` font-size="${n(size * LOWERED_SIZE)}"` : ''}>${escaped(part)}</tspan>`;
  });
  const weight = bold ? ' font-weight="bold"' : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" text-anchor="${anchor}" fill="${colour(ink)}"${weight}>${spans.join('')}</text>`;
}

function shape(one: Shape): string {
  switch (one.kind) {
    case 'box':
      return `<rect x="${n(one.x)}" y="${n(one.y)}" width="${n(one.width)}" height="${n(one.height)}" fill="${colour(one.fill)}" stroke="${colour(one.line)}"${dash(one.dashed)}/>`;
    case 'stroke':
      return `<line x1="${n(one.from[0])}" y1="${n(one.from[1])}" x2="${n(one.to[0])}" y2="${n(one.to[1])}" stroke="${colour(one.ink)}"${dash(one.dashed)}/>`;
    case 'polygon':
      return `<polygon points="${one.points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="${colour(one.fill)}"/>`;
    case 'label':
      return label(one);
  }
}

/**
 * @param attributes further attributes of the element, each with a leading space; our own, never a text of the case
 * @returns the drawing as an SVG element, alike on every machine
 */
export const svgOf = ({ width, height, shapes }: Drawing, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"${attributes}>${shapes.map(shape).join('')}</svg>`;
