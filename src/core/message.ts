/**
 * What the core says to a person: a code whose text stands in `locales/` and the values that text names.
 * A parameter may itself be a message (a dimension's name, a column's header), translated with the text around it.
 */
export interface Message {
  readonly code: string;
  readonly params: Readonly<Record<string, MessageParam>>;
}

export type MessageParam = string | number | Message | readonly (string | number | Message)[];

/** @param code `area.key` as in `locales/<language>/<area>.json` */
export function message(code: string, params: Message['params'] = {}): Message {
  return { code, params };
}

/** A value, or the sentence that says why there is none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: Message };

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failure = (code: string, params?: Message['params']): Outcome<never> => ({
  ok: false,
  message: message(code, params),
});

/** Thrown where nothing can go on: an unreadable file, an unknown command. Carries its sentence as data. */
export class KmcError extends Error {
  constructor(readonly detail: Message) {
    super(detail.code);
    this.name = 'KmcError';
  }
}
