/** A picture as shapes, in points; what lies outside its frame is cut off. One picture serves the page and the PDF. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export type Shape = Box | Stroke | Label | Polygon;

/** Colours by what they mean; every one is told apart without colour, too. */
export type Ink = 'ink' | 'quiet' | 'frame' | 'baseline' | 'product' | 'increase' | 'paper' | 'shade';

export interface Box {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly fill: Ink | null;
  readonly line: Ink | null;
  readonly dashed?: boolean;
}

export interface Stroke {
  readonly kind: 'stroke';
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly ink: Ink;
  readonly dashed?: boolean;
}

export interface Polygon {
  readonly kind: 'polygon';
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly fill: Ink;
}

export interface Label {
  readonly kind: 'label';
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly ink: Ink;
  readonly bold?: boolean;
}

export const COLOURS: Readonly<Record<Ink, string>> = {
  ink: '#1f1f1f',
  quiet: '#5c5c5c',
  frame: '#a6a6a6',
  baseline: '#767676',
  product: '#0f6cbd',
  increase: '#b3541e',
  paper: '#ffffff',
  shade: '#f2f2f2',
};

/** Width of a text in ems, near enough to keep it inside a box: wide characters are square. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character.codePointAt(0)! > 0x2e7f ? 1 : 0.58), 0);

/** @returns the text, cut with … where it is wider than `ems` */
export function fitted(text: string, ems: number): string {
  if (widthOf(text) <= ems) return text;
  let kept = '';
  for (const character of text) {
    if (widthOf(`${kept}${character}…`) > ems) break;
    kept += character;
  }
  return `${kept}…`;
}

/** @returns the text in at most `most` lines of `ems`, broken at spaces where a line has any in its second half; the last one cut with … */
export function wrapped(text: string, ems: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text.trim();
  while (rest !== '' && lines.length < most) {
    if (lines.length === most - 1 || widthOf(rest) <= ems) {
      lines.push(fitted(rest, ems));
      break;
    }
    const whole = fitted(rest, ems + 1).replace(/…$/, '');
    const space = whole.lastIndexOf(' ');
    const kept = space > whole.length / 2 ? whole.slice(0, space) : whole;
    lines.push(kept);
    rest = rest.slice(kept.length).trim();
  }
  return lines;
}

/** @returns a label in up to two lines around the height it would have in one */
export const inTwoLines = (label: Label, ems: number): readonly Label[] => {
  const lines = wrapped(label.text, ems, 2);
  const step = label.size + 1.5;
  return lines.map((text, index) => ({ ...label, text, y: label.y + (index - (lines.length - 1) / 2) * step }));
};
