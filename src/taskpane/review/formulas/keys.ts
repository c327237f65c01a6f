import type * as React from 'react';

export type Command = 'accept' | 'question' | 'next' | 'previous';

const COMMANDS: Readonly<Record<string, Command>> = { a: 'accept', q: 'question', n: 'next', p: 'previous' };
const TYPED_IN = 'input, textarea, select';

/** @returns what a key asks for; `null` where it is typed into a field or is no command */
export function commandOf(event: React.KeyboardEvent<HTMLElement>, canDecide: boolean): Command | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if ((event.target as Element).closest(TYPED_IN)) return null;
  const command = COMMANDS[event.key.toLowerCase()] ?? null;
  return canDecide || command === 'next' || command === 'previous' ? command : null;
}
