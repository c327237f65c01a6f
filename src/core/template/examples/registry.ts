import type { Example } from './example';
import { ledLamps } from './ledLamps';
import { photovoltaics } from './photovoltaics';
import { slagCement } from './slagCement';
import { waterHeater } from './waterHeater';

export type { Example };

/** Every example by name, published ones first. */
export const EXAMPLES: readonly Example[] = [slagCement, photovoltaics, ledLamps, waterHeater];

/** @throws where no example has that name */
export function exampleNamed(name: string): Example {
  const found = EXAMPLES.find((example) => example.name === name);
  if (!found) throw new Error(`no example ${name}`);
  return found;
}
