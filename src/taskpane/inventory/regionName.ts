import { message } from '../../core/message';
import type { Language, Translate } from '../../locales/translator';

const names = new Map<Language, Intl.DisplayNames>();

function namesIn(language: Language): Intl.DisplayNames {
  const known = names.get(language) ?? new Intl.DisplayNames([language], { type: 'region' });
  names.set(language, known);
  return known;
}

/** @param region `GLO`, a country's ISO code, or a part of a country with its code (`JP-13`) */
export function regionName(region: string, language: Language, say: Translate): string {
  if (region === 'GLO') return say('inventory.library.world');
  const [country = region] = region.split('-');
  const name = namesIn(language).of(country) ?? country;
  return country === region ? name : say(message('inventory.library.part', { country: name, code: region }));
}
