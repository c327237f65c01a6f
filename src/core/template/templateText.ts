import { TEMPLATE_TEXTS } from '../../locales/templateTexts';
import type { Language } from './types';

type Section = 'instructions' | 'prompts' | 'result';

/**
 * @param section a section of `templateSheets.json` with one text a key
 * @throws where the template has no such text
 */
export function templateText(section: Section, key: string, language: Language): string {
  const texts: Readonly<Record<string, string>> = TEMPLATE_TEXTS[language][section];
  const text = texts[key];
  if (text === undefined) throw new Error(`no text for ${language} ${section}.${key}`);
  return text;
}
