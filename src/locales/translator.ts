import type { Message, MessageParam } from '../core/message';
import { TEXTS } from './texts';

export type Language = 'en' | 'ja';

/** Says a message, or a key without parameters, in one language. */
export type Translate = (text: Message | string) => string;

type Tree = { readonly [key: string]: string | Tree | readonly string[] };

const known: Record<Language, Tree> = { en: TEXTS.en, ja: TEXTS.ja };

/** Lets every translator say further areas, e.g. those of `moreTexts.ts`. */
export function addTexts(areas: Readonly<Record<Language, Tree>>): void {
  for (const language of ['en', 'ja'] as const) known[language] = { ...known[language], ...areas[language] };
}

/** @param code keys with dots between them */
function textAt(tree: Tree, code: string): string | undefined {
  let at: Tree[string] | undefined = tree;
  for (const key of code.split('.')) {
    if (at === undefined || typeof at === 'string' || !Object.hasOwn(at, key)) return undefined;
    at = (at as Tree)[key];
  }
  return typeof at === 'string' ? at : undefined;
}

type Said = string | number;

/**
 * @param language whose texts, lists and plurals: a text that depends on `count` stands under `key_one`, `key_other`
 * @returns a translator; an unknown key comes back as the key itself, a value that is not given as its name, which tests refuse
 */
export function translator(language: Language): Translate {
  const list = new Intl.ListFormat(language, { type: 'conjunction', style: 'long' });
  const plural = new Intl.PluralRules(language);
  const say = (param: MessageParam): Said => {
    if (typeof param === 'string' || typeof param === 'number') return param;
    if (Array.isArray(param)) return list.format(param.map((item: string | number | Message) => String(say(item))));
    const { code, params } = param as Message;
    return text(code, new Map(Object.entries(params).map(([key, value]) => [key, say(value)])));
  };
  const text = (code: string, values: ReadonlyMap<string, Said>): string => {
    const count = values.get('count');
    const form = typeof count === 'number' ? textAt(known[language], `${code}_${plural.select(count)}`) : undefined;
    const found = form ?? textAt(known[language], code) ?? code;
    return found.replace(/\{\{\s*(\w+)\s*\}\}/g, (place, name: string) => String(values.get(name) ?? place));
  };
  return (wanted) => String(say(typeof wanted === 'string' ? { code: wanted, params: {} } : wanted));
}
