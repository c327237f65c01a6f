import type { Language } from '../../locales/translator';
import { displayLanguage } from './environment';
import { keepText, keptText } from './keptTexts';

const KEY = 'language';
let chosen: Language | null = null;

/** The language that was chosen in the pane; before that, the one of Excel's own menus. Pane and functions speak the same. */
export function spokenLanguage(): Language {
  return chosen ?? languageOf(keptText(KEY)) ?? displayLanguage();
}

/**
 * From now on the language of pane and functions. Cells that show an error keep its sentence until they are calculated again.
 * @throws KmcError where the choice holds only until the pane is closed
 */
export async function chooseLanguage(language: Language): Promise<void> {
  chosen = language;
  await keepText(KEY, language);
}

const languageOf = (text: string | null): Language | null => (text === 'ja' || text === 'en' ? text : null);
