import * as en from './en';
import * as ja from './ja';

/** Every text a person reads, by language; one key each, checked for parity by a test. */
export const TEXTS = { en, ja } as const;
