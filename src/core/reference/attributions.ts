import { ATTRIBUTIONS } from './dataset';

/** @returns what a report or a package that quotes built-in figures must print, one sentence per source */
export function datasetAttributions(): readonly { readonly source: string; readonly attribution: string }[] {
  return ATTRIBUTIONS.map(({ source, attribution }) => ({ source, attribution }));
}
