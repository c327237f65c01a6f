import { TEXTS } from '../../locales/texts';
import type { Language } from './types';

type Section = 'instructions' | 'prompts' | 'result';

/**
 * @param section a section of `template.json` with one text a key
 * @throws where the template has no such text
 */
export function templateText(section: Section, key: string, language: Language): string {
  const texts: Readonly<Record<string, string>> = TEXTS[language].template[section];
  const text = texts[key];
  if (text === undefined) throw new Error(`no text for ${language} ${section}.${key}`);
  return text;
}
