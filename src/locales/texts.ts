import * as en from './en';
import * as ja from './ja';

/** What the pane and the functions say, by language; one key each, checked for parity by a test. */
export const TEXTS = { en, ja } as const;
