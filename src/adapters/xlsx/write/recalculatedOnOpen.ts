import { Package } from './patch/package';
import { workbookIndex } from './patch/workbookIndex';

/** What may follow `calcPr` in a workbook part (ECMA-376 part 1, 18.2.27). */
const AFTER =
  /<(?:\w+:)?(?:oleSize|customWorkbookViews|pivotCaches|smartTagPr|smartTagTypes|webPublishing|fileRecoveryPr|webPublishObjects|extLst)\b|<\/(?:\w+:)?workbook>/;

/**
 * @param bytes an .xlsx whose stored values may be older than what its cells hold
 * @returns the file with the demand that every formula is calculated when it is opened; nothing else is changed
 * @throws KmcError when the file is damaged
 */
export function recalculatedOnOpen(bytes: Uint8Array): Uint8Array {
  const pack = new Package(bytes);
  const { path } = workbookIndex(pack);
  const xml = pack.text(path);
  const changed = /<(?:\w+:)?calcPr\b/.test(xml) ? demanded(xml) : inserted(xml);
  pack.write(path, changed);
  return pack.bytes();
}

const demanded = (xml: string): string =>
  xml.replace(/<((?:\w+:)?calcPr)\b([^>]*?)(\s*\/?>)/, (_all, name: string, attributes: string, end: string) => {
    const others = attributes.replace(/\s+fullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, '');
    return `<${name}${others} fullCalcOnLoad="1"${end}`;
  });

function inserted(xml: string): string {
  const prefix = /<\/(\w+:)?workbook>/.exec(xml)?.[1] ?? '';
  return xml.replace(AFTER, (next) => `<${prefix}calcPr fullCalcOnLoad="1"/>${next}`);
}
