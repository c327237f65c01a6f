import i18next, { type i18n } from 'i18next';
import type { Message, MessageParam } from '../core/message';
import { TEXTS } from './texts';

export type Language = 'en' | 'ja';

/** Says a message, or a key without parameters, in one language. */
export type Translate = (text: Message | string) => string;

const instances = new Map<Language, i18n>();

function instanceFor(language: Language): i18n {
  const known = instances.get(language);
  if (known) return known;
  const created = i18next.createInstance();
  void created.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: { translation: TEXTS[language] } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  instances.set(language, created);
  return created;
}

/** @returns a translator for `language`; an unknown key comes back as the key itself, which a test refuses. */
export function translator(language: Language): Translate {
  const instance = instanceFor(language);
  const list = new Intl.ListFormat(language, { type: 'conjunction', style: 'long' });
  const say = (param: MessageParam): string | number => {
    if (typeof param === 'string' || typeof param === 'number') return param;
    if (Array.isArray(param)) return list.format(param.map((item: string | number | Message) => String(say(item))));
    const { code, params } = param as Message;
    return instance.t(code, Object.fromEntries(Object.entries(params).map(([key, value]) => [key, say(value)])));
  };
  return (text) => String(say(typeof text === 'string' ? { code: text, params: {} } : text));
}
