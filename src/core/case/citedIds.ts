import { normaliseText } from '../quantity/normalise';

/** @returns the ids of documents that a cell names, set apart by commas, semicolons, slashes or blanks: several may stand in one */
export const citedIds = (text: string | null | undefined): readonly string[] =>
  text
    ? normaliseText(text)
        .split(/[,、，;；/\s]+/)
        .filter(Boolean)
    : [];
