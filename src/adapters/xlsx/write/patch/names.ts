import { lastByName, type NameEdit } from '../../../../core/workbook/edit';
import { storedFormula } from '../storedFormula';
import { escapeAttribute, escapeText } from '../xml';
import { replaced, type Replacement } from '../structure/replacements';
import { type Element, elementsOf, localName, prefixOf } from './elements';
import type { Package } from './package';
import type { WorkbookIndex } from './workbookIndex';

/** What may stand behind the list of names, in the order of the schema. */
const BEHIND = new Set([
  'calcPr',
  'oleSize',
  'customWorkbookViews',
  'pivotCaches',
  'smartTagPr',
  'smartTagTypes',
  'webPublishing',
  'fileRecoveryPr',
  'webPublishObjects',
  'extLst',
]);

/** Defines, changes and removes names of the workbook; every other byte of its part stays. Names of single sheets are left alone. */
export function writeNames(pack: Package, { path }: WorkbookIndex, edits: readonly NameEdit[]): void {
  if (edits.length === 0) return;
  const xml = pack.text(path);
  const elements = elementsOf(xml, path);
  const list = elements.find(({ name, depth }) => name === 'definedNames' && depth === 1);
  const changes = lastByName(edits);
  const prefix = prefixOf(/<([^\s>/]+)/.exec(xml.slice(elements[0]!.start))![1]!);
  const known = elements.filter(
    ({ name, attributes }) => name === 'definedName' && attributes.localSheetId === undefined,
  );
  const seen = new Set(known.map(({ attributes }) => (attributes.name ?? '').toLowerCase()));
  const inPlace = known.flatMap((element): Replacement[] => {
    const change = changes.get((element.attributes.name ?? '').toLowerCase());
    return change ? [{ start: element.start, end: endOf(xml, element), text: nameElement(change, prefix) }] : [];
  });
  const added = [...changes].map(([key, change]) => (seen.has(key) ? '' : nameElement(change, prefix))).join('');
  const next = withoutEmptyList(replaced(xml, [...inPlace, ...addition(xml, elements, list, added, prefix)]), path);
  if (next !== xml) pack.write(path, next);
}

function addition(
  xml: string,
  elements: readonly Element[],
  list: Element | undefined,
  added: string,
  prefix: string,
): Replacement[] {
  if (added === '') return [];
  if (!list) {
    const behind = elements.find(({ name, depth }) => depth === 1 && BEHIND.has(name));
    const at = behind?.start ?? xml.lastIndexOf('</');
    return [{ start: at, end: at, text: `<${prefix}definedNames>${added}</${prefix}definedNames>` }];
  }
  if (xml[list.tagEnd - 2] === '/')
    return [{ start: list.start, end: list.tagEnd, text: `<${prefix}definedNames>${added}</${prefix}definedNames>` }];
  const end = xml.lastIndexOf('</', endOf(xml, list) - 1);
  return [{ start: end, end, text: added }];
}

/** Position after the element's end tag. */
function endOf(xml: string, { name, tagEnd }: Element): number {
  if (xml[tagEnd - 2] === '/') return tagEnd;
  const end = new RegExp(`</(?:[^\\s>:]+:)?${localName(name)}\\s*>`, 'g');
  end.lastIndex = tagEnd;
  const match = end.exec(xml)!;
  return match.index + match[0].length;
}

function nameElement(edit: NameEdit, prefix: string): string {
  if (edit.kind === 'remove-name') return '';
  const hidden = edit.hidden ? ' hidden="1"' : '';
  const text = escapeText(storedFormula(edit.formula).text);
  return `<${prefix}definedName name="${escapeAttribute(edit.name)}"${hidden}>${text}</${prefix}definedName>`;
}

/** An empty list of names makes a file that Excel repairs. */
function withoutEmptyList(xml: string, path: string): string {
  const elements = elementsOf(xml, path);
  const list = elements.find(({ name, depth }) => name === 'definedNames' && depth === 1);
  if (!list || elements.some(({ name }) => name === 'definedName')) return xml;
  return xml.slice(0, list.start) + xml.slice(endOf(xml, list));
}
