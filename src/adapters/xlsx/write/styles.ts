import type { CellStyle } from '../../../core/template/plan';
import { type Edge, EDGES, type Look, LOOKS, type Typeface } from './looks';
import { escapeAttribute, XML_DECLARATION } from './xml';

/** Number formats Excel knows by number (ECMA-376 part 1, 18.8.30); all others are written out from 164 on. */
const BUILT_IN: Readonly<Record<string, number>> = {
  General: 0,
  '0': 1,
  '0.00': 2,
  '#,##0': 3,
  '#,##0.00': 4,
  '0%': 9,
  '0.00%': 10,
  '0.00E+00': 11,
  '@': 49,
};
const FIRST_OWN_FORMAT = 164;
const RESERVED_FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
];

/** Texts in the order in which they were first asked for, each once. */
class Register {
  readonly items: string[];
  private readonly places: Map<string, number>;

  constructor(first: readonly string[] = []) {
    this.items = [...first];
    this.places = new Map(this.items.map((item, place) => [item, place]));
  }

  place(item: string): number {
    const known = this.places.get(item);
    if (known !== undefined) return known;
    this.places.set(item, this.items.length);
    return this.items.push(item) - 1;
  }

  element(name: string): string {
    return `<${name} count="${this.items.length}">${this.items.join('')}</${name}>`;
  }
}

/** The style part as it grows: cells ask for the number of their style, then the part is written. */
export class Styles {
  private readonly formats = new Register();
  private readonly fonts: Register;
  private readonly fills = new Register(RESERVED_FILLS);
  private readonly borders = new Register();
  private readonly cellFormats = new Register();
  private readonly known = new Map<string, number>();

  constructor(private readonly typeface: Typeface) {
    // Readers take the first of each for cells that say nothing about their looks.
    this.fonts = new Register([fontElement(LOOKS.plain, typeface)]);
    this.borders.place(borderElement('none'));
    this.cellFormats.place('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>');
  }

  /** @param isNumeric stands to the right, apart from the edge @returns the number a cell's `s` attribute takes */
  index(style: CellStyle, numberFormat: string | null, isNumeric: boolean): number {
    const key = `${style} ${isNumeric} ${numberFormat}`;
    const known = this.known.get(key) ?? this.place(style, numberFormat, isNumeric);
    this.known.set(key, known);
    return known;
  }

  private place(style: CellStyle, numberFormat: string | null, isNumeric: boolean): number {
    const look = LOOKS[style];
    const format = this.formatNumber(numberFormat ?? 'General');
    const font = this.fonts.place(fontElement(look, this.typeface));
    const fill = look.ground === null ? 0 : this.fills.place(fillElement(look.ground));
    const border = this.borders.place(borderElement(look.edge));
    return this.cellFormats.place(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
        `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentElement(look, isNumeric)}</xf>`,
    );
  }

  private formatNumber(code: string): number {
    return BUILT_IN[code] ?? FIRST_OWN_FORMAT + this.formats.place(code);
  }

  part(): string {
    const own = this.formats.items.map(
      (code, place) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + place}" formatCode="${escapeAttribute(code)}"/>`,
    );
    return (
      `${XML_DECLARATION}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
      (own.length === 0 ? '' : `<numFmts count="${own.length}">${own.join('')}</numFmts>`) +
      this.fonts.element('fonts') +
      this.fills.element('fills') +
      this.borders.element('borders') +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      this.cellFormats.element('cellXfs') +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="0"/>' +
      '<tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>'
    );
  }
}

function fontElement({ bold, size, ink }: Look, { name, family, charset }: Typeface): string {
  return (
    `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><color rgb="${ink}"/><name val="${name}"/><family val="${family}"/>` +
    `${charset === null ? '' : `<charset val="${charset}"/>`}</font>`
  );
}

const fillElement = (ground: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${ground}"/><bgColor indexed="64"/></patternFill></fill>`;

function borderElement(edge: Edge): string {
  const { sides, style, colour } = EDGES[edge];
  const side = (name: string): string =>
    sides.includes(name) ? `<${name} style="${style}"><color rgb="${colour}"/></${name}>` : `<${name}/>`;
  return `<border>${['left', 'right', 'top', 'bottom', 'diagonal'].map(side).join('')}</border>`;
}

/** A number keeps one character's distance from the right edge. */
function alignmentElement({ horizontal, vertical, wrap }: Look, isNumeric: boolean): string {
  const across = isNumeric ? ' horizontal="right"' : horizontal === null ? '' : ` horizontal="${horizontal}"`;
  return `<alignment${across} vertical="${vertical}"${wrap ? ' wrapText="1"' : ''}${isNumeric ? ' indent="1"' : ''}/>`;
}
