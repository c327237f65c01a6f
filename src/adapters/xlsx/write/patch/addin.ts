import { ADDIN } from '../addinIdentity';
import {
  ADDIN_CONTENT_TYPES,
  ADDIN_PARTS,
  ADDIN_RELATIONSHIPS,
  extensionPart,
  functionId,
  taskpanesPart,
  taskpanesRelationshipsPart,
} from '../addinParts';
import { elementsOf, localName, walk } from './elements';
import type { Package } from './package';
import { addContentType, addRelationship, appendTo, freePath, prefixIn } from './packageEdits';
import { relationshipsOf } from './relationships';

/**
 * Lets the workbook say that it uses these functions of the add-in; without it Excel does not know whose they are.
 * @param functions stored names, `_xldudf_KMC_EMISSION`
 */
export function addAddin(pack: Package, functions: readonly string[]): void {
  const taskpanes = relationshipsOf(pack, '').find(({ kind }) => kind === 'webextensiontaskpanes')?.path;
  if (taskpanes === undefined) return createParts(pack, functions);
  const extensions = relationshipsOf(pack, taskpanes).filter(({ kind }) => kind === 'webextension');
  const own = extensions.find(({ path }) => isOurs(pack.text(path), path))?.path;
  if (own === undefined) addExtension(pack, taskpanes, functions);
  else addFunctions(pack, own, functions);
}

function createParts(pack: Package, functions: readonly string[]): void {
  pack.write(ADDIN_PARTS.taskpanes, taskpanesPart());
  pack.write(ADDIN_PARTS.taskpanesRelationships, taskpanesRelationshipsPart());
  pack.write(ADDIN_PARTS.extension, extensionPart(functions));
  addContentType(pack, ADDIN_PARTS.taskpanes, ADDIN_CONTENT_TYPES.taskpanes);
  addContentType(pack, ADDIN_PARTS.extension, ADDIN_CONTENT_TYPES.extension);
  addRelationship(pack, '', ADDIN_RELATIONSHIPS.taskpanes, ADDIN_PARTS.taskpanes);
}

const isOurs = (xml: string, part: string): boolean =>
  elementsOf(xml, part).some(
    ({ name, attributes }) => name === 'reference' && attributes.id?.toLowerCase() === ADDIN.id,
  );

/** Another add-in has a pane in this workbook: ours stands beside it. */
function addExtension(pack: Package, taskpanes: string, functions: readonly string[]): void {
  const path = freePath(pack, 'xl/webextensions/webextension');
  pack.write(path, extensionPart(functions));
  addContentType(pack, path, ADDIN_CONTENT_TYPES.extension);
  const id = addRelationship(pack, taskpanes, ADDIN_RELATIONSHIPS.extension, `/${path}`);
  const pane = /<wetp:taskpane [\s\S]*<\/wetp:taskpane>/
    .exec(taskpanesPart())![0]
    .replace('r:id="rId1"', `r:id="${id}"`);
  const xml = pack.text(taskpanes);
  pack.write(taskpanes, appendTo(xml, elementsOf(xml, taskpanes)[0]!, pane));
}

function addFunctions(pack: Package, path: string, functions: readonly string[]): void {
  const xml = pack.text(path);
  const known = knownFunctions(xml, path);
  const missing = functions.filter((name) => !known.has(name.toLowerCase())).map(functionId);
  if (missing.length === 0) return;
  const elements = elementsOf(xml, path);
  const list = elements.find(({ name }) => name === 'customFunctionIdList');
  const ids = missing.join('').replaceAll('we:', prefixIn(xml, 'webextension'));
  if (list) return pack.write(path, appendTo(xml, list, ids));
  const whole = /<a:ext [\s\S]*<\/a:ext>/
    .exec(extensionPart(functions))![0]
    .replaceAll('we:', prefixIn(xml, 'webextension'));
  const extensions = elements.find(({ name, depth }) => name === 'extLst' && depth === 1);
  const wrapped = `<${prefixIn(xml, 'webextension')}extLst>${whole}</${prefixIn(xml, 'webextension')}extLst>`;
  pack.write(path, extensions ? appendTo(xml, extensions, whole) : appendTo(xml, elements[0]!, wrapped));
}

function knownFunctions(xml: string, part: string): Set<string> {
  const known = new Set<string>();
  let text = '';
  walk(xml, part, {
    open: () => void (text = ''),
    text: (piece) => (text += piece),
    close: (tag) => {
      if (localName(tag.name) === 'customFunctionIds') known.add(text.trim().toLowerCase());
    },
  });
  return known;
}
