import { ADDIN } from './addinIdentity';
import { escapeAttribute, escapeText, XML_DECLARATION } from './xml';

const OFFICE_RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Parts by which a workbook says that an add-in's functions are used in it: [MS-OWEXML] 2.2 and the custom function list
 * Excel puts into the extension's extension list. A function cell also needs `cm="1"` into `metadataPart`.
 */
export const ADDIN_PARTS = {
  taskpanes: 'xl/webextensions/taskpanes.xml',
  taskpanesRelationships: 'xl/webextensions/_rels/taskpanes.xml.rels',
  extension: 'xl/webextensions/webextension1.xml',
  metadata: 'xl/metadata.xml',
} as const;

export const ADDIN_CONTENT_TYPES = {
  taskpanes: 'application/vnd.ms-office.webextensiontaskpanes+xml',
  extension: 'application/vnd.ms-office.webextension+xml',
  metadata: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml',
} as const;

export const ADDIN_RELATIONSHIPS = {
  taskpanes: 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
  extension: 'http://schemas.microsoft.com/office/2011/relationships/webextension',
  metadata: `${OFFICE_RELATIONSHIPS}/sheetMetadata`,
} as const;

/** The pane is not opened with the workbook: Excel only learns which add-in the functions belong to. */
export const taskpanesPart = (): string =>
  `${XML_DECLARATION}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">` +
  '<wetp:taskpane dockstate="right" visibility="0" width="0" row="0">' +
  `<wetp:webextensionref xmlns:r="${OFFICE_RELATIONSHIPS}" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>`;

export const taskpanesRelationshipsPart = (): string =>
  `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="${ADDIN_RELATIONSHIPS.extension}" Target="webextension1.xml"/></Relationships>`;

/** @param functions stored names of the functions in use, `_xldudf_KMC_EMISSION` */
export const extensionPart = (functions: readonly string[]): string =>
  `${XML_DECLARATION}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="${ADDIN.instance}">` +
  `<we:reference id="${ADDIN.id}" version="${ADDIN.version}" store="${escapeAttribute(ADDIN.store)}" storeType="${ADDIN.storeType}"/>` +
  '<we:alternateReferences/><we:properties/><we:bindings/>' +
  `<we:snapshot xmlns:r="${OFFICE_RELATIONSHIPS}"/>` +
  '<we:extLst><a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" uri="{7C84B067-C214-45C3-A712-C9D94CD141B2}">' +
  `<we:customFunctionIdList>${functions.map(functionId).join('')}</we:customFunctionIdList></a:ext></we:extLst></we:webextension>`;

export const functionId = (stored: string): string =>
  `<we:customFunctionIds>${escapeText(stored)}</we:customFunctionIds>`;

/** One record: a formula whose result may take several cells, as Excel stores every function of an add-in. */
export const metadataPart = (): string =>
  `${XML_DECLARATION}<metadata xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
  'xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray">' +
  `<metadataTypes count="1">${DYNAMIC_ARRAY_TYPE}</metadataTypes>` +
  `<futureMetadata name="XLDAPR" count="1">${DYNAMIC_ARRAY_RECORD}</futureMetadata>` +
  '<cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>';

export const DYNAMIC_ARRAY_TYPE =
  '<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" ' +
  'rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';

export const DYNAMIC_ARRAY_RECORD =
  '<bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}">' +
  '<xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk>';
