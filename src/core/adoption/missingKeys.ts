import { keysOf } from './headerWords';
import type { Adoption, MissingKey } from './types';

/** Looked up in KmcFactors where the lines name a factor. */
const LOOKED_UP: ReadonlySet<string> = new Set(['factor', 'factorUnit']);

/** @returns what the lines of an adoption still lack: columns the table requires that neither a column, a constant nor section rows give */
export function missingKeys({ table, columns, constants, sections }: Adoption): readonly MissingKey[] {
  const given = new Set([
    ...columns.map(({ key }) => key),
    ...Object.keys(constants),
    ...(sections ? [sections.key] : []),
  ]);
  return keysOf(table)
    .filter(({ key, need, kind, formulaKind }) => {
      if (need !== 'required' || kind === 'id' || formulaKind === 'computed' || given.has(key)) return false;
      return !(LOOKED_UP.has(key) && given.has('factorId'));
    })
    .map(({ key, kind, choices }) => ({ key, kind, choices: choices ?? null }));
}
