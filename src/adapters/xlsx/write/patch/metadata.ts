import { KmcError, message } from '../../../../core/message';
import {
  ADDIN_CONTENT_TYPES,
  ADDIN_RELATIONSHIPS,
  DYNAMIC_ARRAY_RECORD,
  DYNAMIC_ARRAY_TYPE,
  metadataPart,
} from '../addinParts';
import { type Element, elementsOf } from './elements';
import type { Package } from './package';
import { addContentType, addRelationship, appendTo } from './packageEdits';
import type { WorkbookIndex } from './workbookIndex';

const DYNAMIC_ARRAY = 'XLDAPR';
const NAMESPACE = 'xmlns:xda="http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray"';

/** @returns what `cm` of a formula that spills must say; the workbook gets the record it points to, if it has none */
export function dynamicArrayMetadata(pack: Package, index: WorkbookIndex): number {
  const part = index.parts.find(({ kind }) => kind === 'sheetMetadata')?.path;
  if (part === undefined || !pack.has(part)) return createPart(pack, index);
  const known = recordNumber(pack.text(part), part);
  if (known !== null) return known;
  pack.write(part, withRecord(pack.text(part), part));
  return recordNumber(pack.text(part), part) ?? refuse(part);
}

function createPart(pack: Package, index: WorkbookIndex): number {
  const path = `${index.path.slice(0, index.path.lastIndexOf('/') + 1)}metadata.xml`;
  pack.write(path, metadataPart());
  addContentType(pack, path, ADDIN_CONTENT_TYPES.metadata);
  addRelationship(pack, index.path, ADDIN_RELATIONSHIPS.metadata, `/${path}`);
  return 1;
}

/** @returns number of the first cell record, from 1, that says a formula is a dynamic array */
function recordNumber(xml: string, part: string): number | null {
  const elements = elementsOf(xml, part);
  const type =
    childrenOf(elements, 'metadataTypes').findIndex(({ attributes }) => attributes.name === DYNAMIC_ARRAY) + 1;
  const futures = childrenOf(elements, 'futureMetadata', DYNAMIC_ARRAY);
  const dynamic = futures.map((future) => {
    const inside = elements.slice(elements.indexOf(future) + 1);
    return inside.find(({ name }) => name === 'dynamicArrayProperties' || name === 'bk')?.attributes.fDynamic === '1';
  });
  const records = childrenOf(elements, 'cellMetadata').map((record) => elements[elements.indexOf(record) + 1]);
  const found = records.findIndex((rc) => Number(rc?.attributes.t) === type && dynamic[Number(rc?.attributes.v)]);
  return type > 0 && found >= 0 ? found + 1 : null;
}

function childrenOf(elements: readonly Element[], name: string, named?: string): Element[] {
  const at = elements.findIndex(
    (element) =>
      element.depth === 1 && element.name === name && (named === undefined || element.attributes.name === named),
  );
  if (at < 0) return [];
  const behind = elements.slice(at + 1);
  const end = behind.findIndex(({ depth }) => depth <= 1);
  return (end < 0 ? behind : behind.slice(0, end)).filter(({ depth }) => depth === 2);
}

/** A workbook that has metadata for something else (pictures in cells) gets the dynamic array beside it. */
function withRecord(xml: string, part: string): string {
  const types = childrenOf(elementsOf(xml, part), 'metadataTypes').length;
  if (xml.includes(DYNAMIC_ARRAY) || types === 0) refuse(part);
  const record = DYNAMIC_ARRAY_RECORD.replace(
    '<xda:dynamicArrayProperties',
    `<xda:dynamicArrayProperties ${NAMESPACE}`,
  );
  const withType = appendTo(xml, child(xml, part, 'metadataTypes')!, DYNAMIC_ARRAY_TYPE, 1);
  const future = `<futureMetadata name="${DYNAMIC_ARRAY}" count="1">${record}</futureMetadata>`;
  const withFuture = insertBefore(withType, part, ['cellMetadata', 'valueMetadata', 'extLst'], future);
  const cell = `<bk><rc t="${types + 1}" v="0"/></bk>`;
  const cells = child(withFuture, part, 'cellMetadata');
  if (cells) return appendTo(withFuture, cells, cell, 1);
  return insertBefore(withFuture, part, ['valueMetadata', 'extLst'], `<cellMetadata count="1">${cell}</cellMetadata>`);
}

const child = (xml: string, part: string, name: string): Element | undefined =>
  elementsOf(xml, part).find((element) => element.depth === 1 && element.name === name);

function insertBefore(xml: string, part: string, names: readonly string[], addition: string): string {
  const next = elementsOf(xml, part).find((element) => element.depth === 1 && names.includes(element.name));
  const at = next?.start ?? xml.lastIndexOf('</');
  return xml.slice(0, at) + addition + xml.slice(at);
}

function refuse(part: string): never {
  throw new KmcError(message('xlsx.write.notExtensible', { part }));
}
