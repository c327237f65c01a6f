import type { Language } from '../../locales/translator';

const KEY = 'kmc.language';

/** The language chosen last in this browser, else the browser's. */
export function firstLanguage(): Language {
  const kept = readKept() ?? navigator.language;
  return kept.startsWith('ja') ? 'ja' : 'en';
}

/** A browser that keeps nothing forgets the choice; nothing else depends on it. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    return;
  }
}

function readKept(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
