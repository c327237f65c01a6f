import type { Language } from '../../core/template/types';
import type { Memory } from './ports';

/** How a new workbook was chosen last. */
export interface NewChoices {
  readonly language: Language;
  /** Name of an example, or `blank`. */
  readonly content: string;
  /** Names of tables beyond those of every workbook. */
  readonly tables: readonly string[];
}

export const BLANK = 'blank';
const KEY = 'start.new';

/** @returns what was chosen last, or a blank workbook in the pane's language; what cannot be understood counts as nothing */
export function rememberedChoices(memory: Memory | undefined, language: Language): NewChoices {
  const first: NewChoices = { language, content: BLANK, tables: [] };
  const kept = parsed(memory?.read(KEY) ?? null);
  return isChoices(kept) ? kept : first;
}

export function rememberChoices(memory: Memory | undefined, choices: NewChoices): void {
  memory?.write(KEY, JSON.stringify(choices));
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function isChoices(value: unknown): value is NewChoices {
  if (typeof value !== 'object' || value === null) return false;
  const { language, content, tables } = value as Record<string, unknown>;
  const isTables = Array.isArray(tables) && tables.every((one) => typeof one === 'string');
  return (language === 'ja' || language === 'en') && typeof content === 'string' && isTables;
}
