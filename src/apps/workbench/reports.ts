export { papers } from '../../adapters/documents/papers';
export { documentBuilder, publicDocumentBuilder } from '../../adapters/documents/documentBuilder';
