import { escapeAttribute, escapeMarkup, XML_DECLARATION } from './xml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const RELATIONSHIP = {
  document: `${OFFICE}/officeDocument`,
  worksheet: `${OFFICE}/worksheet`,
  styles: `${OFFICE}/styles`,
  sharedStrings: `${OFFICE}/sharedStrings`,
  table: `${OFFICE}/table`,
  properties: `${OFFICE}/extended-properties`,
  coreProperties: `${PACKAGE}/relationships/metadata/core-properties`,
} as const;

export const CONTENT_TYPE = {
  workbook: `${SPREADSHEET}.sheet.main+xml`,
  worksheet: `${SPREADSHEET}.worksheet+xml`,
  styles: `${SPREADSHEET}.styles+xml`,
  sharedStrings: `${SPREADSHEET}.sharedStrings+xml`,
  table: `${SPREADSHEET}.table+xml`,
  properties: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
} as const;

export interface Relationship {
  readonly type: string;
  readonly target: string;
}

/** Numbered `rId1`, `rId2`, … in the order given. */
export function relationshipsPart(relationships: readonly Relationship[]): string {
  const elements = relationships.map(
    ({ type, target }, at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${escapeAttribute(target)}"/>`,
  );
  return `${XML_DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${elements.join('')}</Relationships>`;
}

/** @param parts path and content type of every part that is not XML of no particular kind */
export function contentTypesPart(parts: readonly (readonly [path: string, type: string])[]): string {
  const overrides = parts.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  return (
    `${XML_DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

/** The same in every workbook of the same plan: the clock stays out of it. */
const MADE = '2000-01-01T00:00:00Z';

export const corePropertiesPart = (title: string): string =>
  `${XML_DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
  'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
  `<dc:title>${escapeMarkup(title)}</dc:title><dc:creator>KMC</dc:creator>` +
  `<dcterms:created xsi:type="dcterms:W3CDTF">${MADE}</dcterms:created>` +
  `<dcterms:modified xsi:type="dcterms:W3CDTF">${MADE}</dcterms:modified></cp:coreProperties>`;

export const propertiesPart = (): string =>
  `${XML_DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
  '<Application>KMC</Application></Properties>';
