const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control characters that no page may hold, lone halves of a pair, and the marks that turn the direction of text around. */
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

/** @returns the text as it may stand anywhere in a page, in an element or a quoted attribute: nothing in it is markup */
export const escaped = (text: string): string =>
  text.replace(UNPRINTABLE, '�').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
