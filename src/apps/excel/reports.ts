import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts } from '../../locales/translator';

addTexts(MORE_TEXTS);

export { papers } from '../../adapters/documents/papers';
export { documentBuilder, publicDocumentBuilder } from '../../adapters/documents/documentBuilder';
