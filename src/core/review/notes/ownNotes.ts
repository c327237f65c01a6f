import { sha256Text } from '../../sha256';
import { noteText } from '../../workbook/note';

/** 48 bits tell a note that was changed by one letter from one that was not. */
const DIGITS = 12;
const LAST_LINE = new RegExp(`^([^]*)\\n\\[KMC ([0-9a-f]{${DIGITS}})\\]$`);

/** @returns the text with a last line by which KMC knows it again, wherever the note is moved and whatever saves the workbook */
export function ownNote(text: string): string {
  const kept = noteText(text);
  return `${kept}\n[KMC ${markOf(kept)}]`;
}

/** @returns whether KMC wrote the note and nobody has changed a letter of it since: only then may KMC take it away */
export function isOwnNote(text: string): boolean {
  const [, kept, mark] = LAST_LINE.exec(noteText(text)) ?? [];
  return kept !== undefined && markOf(kept) === mark;
}

const markOf = (text: string): string => sha256Text(text).slice(0, DIGITS);
