export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text as SpreadsheetML keeps it (ST_Xstring, ECMA-376 part 1, 22.9.2.19): what XML cannot carry becomes `_xHHHH_`,
 * and a text that already looks like that is kept apart from it by escaping its underscore.
 */
export function escapeText(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(UNWRITABLE, hexadecimal)
    .replace(/[&<>]/g, (sign) => MARKUP[sign]!);
}

/** As `escapeText`, for an attribute: XML would turn its tabs and line breaks into blanks. */
export function escapeAttribute(text: string): string {
  return escapeText(text)
    .replace(/[\t\n]/g, hexadecimal)
    .replace(/"/g, '&quot;');
}

/** Escapes markup only, for what SpreadsheetML does not read as its own string type (document properties). */
export function escapeMarkup(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (sign) => MARKUP[sign]!);
}

const UNWRITABLE =
  // eslint-disable-next-line no-control-regex
  /[\x00-\x08\x0B-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
// eslint-disable-next-line no-control-regex
const NEEDS_CARE = /[&<>_\x00-\x08\x0B-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;

const hexadecimal = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/** `<t>` of a shared or inline string; a reader drops blanks at its edges unless told to keep them. */
export function textElement(text: string, prefix = ''): string {
  const space = /^\s|\s$|[\r\n]/.test(text) ? ' xml:space="preserve"' : '';
  return `<${prefix}t${space}>${escapeText(text)}</${prefix}t>`;
}
