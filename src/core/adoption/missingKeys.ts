import { keysOf } from './headerWords';
import { UNIT_KEYS } from './quantityText';
import type { Adoption, MissingKey } from './types';

/** Looked up in KmcFactors where the lines name a factor. */
const LOOKED_UP: ReadonlySet<string> = new Set(['factor', 'factorUnit']);

/** @returns what the lines of an adoption still lack: columns the table requires that neither a column, a constant nor section rows give */
export function missingKeys(adoption: Adoption): readonly MissingKey[] {
  const given = givenKeys(adoption);
  return keysOf(adoption.table)
    .filter(({ key, need, kind, formulaKind }) => {
      if (need !== 'required' || kind === 'id' || formulaKind === 'computed' || given.has(key)) return false;
      return !(LOOKED_UP.has(key) && given.has('factorId'));
    })
    .map(({ key, kind, choices }) => ({ key, kind, choices: choices ?? null }));
}

function givenKeys({ columns, constants, sections }: Adoption): ReadonlySet<string> {
  const units = columns.flatMap(({ key, withUnit }) => (withUnit ? (UNIT_KEYS[key] ?? []) : []));
  const placed = columns.map(({ key }) => key);
  return new Set([...placed, ...units, ...Object.keys(constants), ...(sections ? [sections.key] : [])]);
}
