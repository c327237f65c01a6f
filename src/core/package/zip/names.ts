import { LIMITS } from '../limits';

/** Characters that one of the usual file systems cannot hold in a name, and those that turn round how a name reads, e.g. its ending. */
const UNSAFE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\\:*?"<>|]/u;

/** True for a relative path that stays inside its folder on every file system. */
export function isSafePath(path: string): boolean {
  const parts = path.split('/');
  const sound = parts.every((part) => part !== '' && part !== '.' && part !== '..' && !/[. ]$/.test(part));
  return sound && path.length <= LIMITS.nameCharacters && !UNSAFE.test(path);
}

/** Two names with one key would be one file on some file system. */
export const nameKey = (path: string): string => path.normalize('NFC').toLowerCase();
