import { normaliseText } from '../../quantity/normalise';

/** What people put where a text is asked for and they have none yet. */
const PLACEHOLDERS =
  /^(?:[-‐–—―ー・.,。、…?*/\s]+|x+|tbd|t\.b\.d\.|todo|n\/?a|none|nil|未定|未記入|記入予定|後日|後で|なし|無し|無|特になし|同上|test|テスト)$/;

/** @returns whether a text is a placeholder; a blank is none */
export const saysNothing = (text: string | null): boolean =>
  text !== null && PLACEHOLDERS.test(normaliseText(text).trim().toLowerCase());
