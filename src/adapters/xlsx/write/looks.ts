import type { CellStyle } from '../../../core/template/plan';
import type { Language } from '../../../core/template/types';

/** The colours of every workbook: one ink, one accent, pale grounds that survive a monochrome printer. */
const INK = 'FF1F2933';
const SOFT_INK = 'FF52606D';
const NAVY = 'FF1F3A5F';
const INPUT_INK = 'FF1B4F8F';
const WHITE = 'FFFFFFFF';
const RULE = 'FFBCC6D0';
const INPUT_GROUND = 'FFFFFBEB';
const COMPUTED_GROUND = 'FFF1F4F7';
const RESULT_GROUND = 'FFE4EEF6';
const WARNING_INK = 'FF8A2C0D';
const WARNING_GROUND = 'FFFDF1EC';
const OFFICE_GROUND = 'FFE9E9E9';

export type Edge = 'none' | 'all' | 'below' | 'strong-below' | 'frame' | 'dotted';

/** How one style of the template looks. Sizes in points, colours as ARGB. */
export interface Look {
  readonly size: number;
  readonly bold: boolean;
  readonly ink: string;
  readonly ground: string | null;
  readonly edge: Edge;
  readonly wrap: boolean;
  readonly vertical: 'center' | 'top';
  readonly horizontal: 'center' | null;
}

const BODY: Look = {
  size: 10,
  bold: false,
  ink: INK,
  ground: null,
  edge: 'none',
  wrap: false,
  vertical: 'center',
  horizontal: null,
};

export const LOOKS: Readonly<Record<CellStyle, Look>> = {
  plain: BODY,
  title: { ...BODY, size: 18, bold: true, ink: NAVY },
  subtitle: { ...BODY, size: 11, ink: SOFT_INK },
  heading: { ...BODY, size: 12, bold: true, ink: NAVY, edge: 'strong-below' },
  label: { ...BODY, edge: 'all', wrap: true },
  header: { ...BODY, bold: true, ink: WHITE, ground: NAVY, edge: 'all', wrap: true, horizontal: 'center' },
  input: { ...BODY, ink: INPUT_INK, ground: INPUT_GROUND, edge: 'all', wrap: true },
  computed: { ...BODY, ground: COMPUTED_GROUND, edge: 'all' },
  result: { ...BODY, size: 12, bold: true, ink: NAVY, ground: RESULT_GROUND, edge: 'frame' },
  note: { ...BODY, size: 9, ink: SOFT_INK, wrap: true },
  warning: { ...BODY, bold: true, ink: WARNING_INK, ground: WARNING_GROUND, wrap: true },
  'office-use': { ...BODY, ink: SOFT_INK, ground: OFFICE_GROUND, edge: 'dotted', wrap: true, vertical: 'top' },
};

export const EDGES: Readonly<Record<Edge, { sides: readonly string[]; style: string; colour: string }>> = {
  none: { sides: [], style: 'thin', colour: RULE },
  all: { sides: ['left', 'right', 'top', 'bottom'], style: 'thin', colour: RULE },
  below: { sides: ['bottom'], style: 'thin', colour: RULE },
  'strong-below': { sides: ['bottom'], style: 'medium', colour: NAVY },
  frame: { sides: ['left', 'right', 'top', 'bottom'], style: 'medium', colour: NAVY },
  dotted: { sides: ['left', 'right', 'top', 'bottom'], style: 'dotted', colour: SOFT_INK },
};

export interface Typeface {
  readonly name: string;
  /** Font family and character set codes of SpreadsheetML (ECMA-376 part 1, 18.8.18 and 18.4.1). */
  readonly family: number;
  readonly charset: number | null;
  /** Height of a row of body text, in points. */
  readonly rowHeight: number;
  /** Height of a line in terms of the size of its letters. */
  readonly lineHeight: number;
}

/** Faces that come with Excel on Windows and on the Mac; elsewhere the character set picks a Japanese one. */
export const TYPEFACES: Readonly<Record<Language, Typeface>> = {
  en: { name: 'Calibri', family: 2, charset: null, rowHeight: 15, lineHeight: 1.25 },
  ja: { name: 'Yu Gothic', family: 3, charset: 128, rowHeight: 18.75, lineHeight: 1.6 },
};
