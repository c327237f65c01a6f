import attributions from './data/attributions.json';
import cityGasJp from './data/city-gas-jp.json';
import electricityJp from './data/electricity-jp.json';
import fuelsIpcc from './data/fuels-ipcc.json';
import fuelsJp from './data/fuels-jp.json';
import fuelsUk from './data/fuels-uk.json';
import fuelsUs from './data/fuels-us.json';
import gridWorld from './data/grid-world.json';
import gwp from './data/gwp.json';
import heatJp from './data/heat-jp.json';
import pedigree from './data/pedigree.json';
import transport from './data/transport.json';
import wasteWater from './data/waste-water.json';
import type { ReferenceFactor } from './factor';

/** A family as it is stored: rows are short because what they share stands once in `sources`. */
interface FamilyFile {
  readonly family: string;
  readonly sources: Readonly<Record<string, object>>;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

export interface PedigreeFile {
  readonly sets: Readonly<
    Record<
      string,
      { readonly citation: string; readonly factors: Readonly<Record<string, readonly (string | null)[]>> }
    >
  >;
  readonly basicUncertainty: {
    readonly citation: string;
    readonly rows: readonly {
      readonly id: string;
      readonly group: string;
      readonly nameJa: string;
      readonly nameEn: string;
      readonly value: string;
    }[];
  };
}

export interface AttributionRow {
  readonly id: string;
  readonly source: string;
  readonly attribution: string;
}

/** In the order of `FAMILIES`; the order is part of the hash. */
const FAMILY_FILES: readonly FamilyFile[] = [
  gwp,
  fuelsJp,
  cityGasJp,
  heatJp,
  electricityJp,
  transport,
  wasteWater,
  fuelsIpcc,
  fuelsUk,
  fuelsUs,
  gridWorld,
];

export const PEDIGREE: PedigreeFile = pedigree;
export const ATTRIBUTIONS: readonly AttributionRow[] = attributions;

/** Version of the figures; raised whenever one of them changes. */
export const DATASET = {
  version: '2026.1',
  /** SHA-256, lower-case hexadecimal, of the UTF-8 bytes of `canonicalData()`. */
  hash: 'c164ed07af47b8c76d170bc292c2aede1ea4eaaa44bad203ff33abdb3dab2319',
  rows: 1063,
} as const;

/** @returns the text `DATASET.hash` is taken over: every file as JSON without white space, in a fixed order */
export function canonicalData(): string {
  return JSON.stringify([...FAMILY_FILES, pedigree, attributions]);
}

let expanded: readonly ReferenceFactor[] | null = null;

/** @returns every factor in stored order; expanded at the first call */
export function allFactors(): readonly ReferenceFactor[] {
  expanded ??= FAMILY_FILES.flatMap(expandFamily);
  return expanded;
}

function expandFamily(file: FamilyFile): ReferenceFactor[] {
  return file.rows.map((cells) => {
    const row = Object.fromEntries(file.columns.map((column, index) => [column, cells[index]]));
    const { source, ...fields } = row;
    return { family: file.family, ...fields, ...file.sources[String(source)] } as unknown as ReferenceFactor;
  });
}
