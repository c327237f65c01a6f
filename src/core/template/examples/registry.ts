import type { Example } from './example';
import { broken } from './broken';
import { cementUses } from './cementUses';
import { heatPump } from './heatPump';
import { ledLamps } from './ledLamps';
import { ledLighting } from './ledLighting';
import { photovoltaics } from './photovoltaics';
import { radar } from './radar';
import { service } from './service';
import { slagCement } from './slagCement';
import { waterHeater } from './waterHeater';
import { waterPump } from './waterPump';

export type { Example };

/** Every example by name, published ones first. */
export const EXAMPLES: readonly Example[] = [
  slagCement,
  photovoltaics,
  ledLamps,
  waterHeater,
  heatPump,
  radar,
  ledLighting,
  cementUses,
  service,
  waterPump,
  broken,
];

/** @throws where no example has that name */
export function exampleNamed(name: string): Example {
  const found = EXAMPLES.find((example) => example.name === name);
  if (!found) throw new Error(`no example ${name}`);
  return found;
}
