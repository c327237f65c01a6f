const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Control and private characters and lone halves of a pair, which no page may hold; tabs and line breaks stay. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/** Marks that turn the direction of text around, so that a reader would see another order than the text has. */
const TURNING = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** @returns the text without what no reader should meet: control characters are shown as �, marks of direction are taken out */
export const readable = (text: string): string => text.replace(UNPRINTABLE, '�').replace(TURNING, '');

/** @returns the text as it may stand anywhere in a page, in an element or a quoted attribute: nothing in it is markup */
export const escaped = (text: string): string =>
  readable(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
