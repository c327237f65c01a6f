import { allFactors } from './dataset';
import type { Assessment, ReferenceFactor } from './factor';
import { gasKey, namesOfGas } from './gasNames';

type Table = ReadonlyMap<string, ReferenceFactor>;

let tables: ReadonlyMap<Assessment, Table> | null = null;
let canonical: ReadonlyMap<string, string> | null = null;

/**
 * Global warming potential over 100 years, kg-CO2e per kg of gas.
 * @param gas any usual name: `CH4`, `メタン`, `R-32`, `HFC-32`, `R-410A`
 * @param assessment IPCC report; AR5 is without climate–carbon feedbacks
 * @returns `undefined` when the report's table has no such gas, and for plain `CH4` under AR6, which has two values
 *   (Table 7.15: fossil, non-fossil): `gwpAlternatives` names them
 */
export function gwp(gas: string, assessment: Assessment): ReferenceFactor | undefined {
  const name = canonicalGas(gas);
  return name === undefined ? undefined : tableOf(assessment).get(name);
}

/**
 * @param gas as in `gwp`
 * @param assessment absent: all of them
 * @returns the more precise (or more general) entries of the same gas where `gwp` gives none, e.g. `CH4-fossil` and `CH4-nonfossil`
 *   for `CH4` under AR6; empty when the gas itself has a value or is not known at all
 */
export function gwpAlternatives(gas: string, assessment?: Assessment): readonly ReferenceFactor[] {
  const name = canonicalGas(gas);
  if (name === undefined) return [];
  const family = base(name);
  const asked: readonly Assessment[] = assessment ? [assessment] : ['AR4', 'AR5', 'AR6'];
  return asked
    .filter((set) => !tableOf(set).has(name))
    .flatMap((set) =>
      [...tableOf(set).entries()].filter(([other]) => base(other) === family).map(([, factor]) => factor),
    );
}

/** @returns canonical names of the gases the report's table has a value for, in stored order */
export function knownGases(assessment: Assessment): readonly string[] {
  return [...tableOf(assessment).keys()];
}

/** @returns the name the data use for a gas, `undefined` for an unknown one */
export function canonicalGas(gas: string): string | undefined {
  canonical ??= indexNames();
  return canonical.get(gasKey(gas));
}

const base = (name: string): string => (name.startsWith('CH4') ? 'CH4' : name);

function tableOf(assessment: Assessment): Table {
  tables ??= indexTables();
  return tables.get(assessment) ?? new Map<string, ReferenceFactor>();
}

/** Statutory values of a country bear its region; only the reports' own stand here. */
function indexTables(): ReadonlyMap<Assessment, Table> {
  const index = new Map<Assessment, Map<string, ReferenceFactor>>();
  for (const factor of allFactors()) {
    if (factor.kind !== 'gwp' || factor.region !== 'GLO' || factor.gwpSet === null || factor.gases === null) continue;
    const table = index.get(factor.gwpSet) ?? new Map<string, ReferenceFactor>();
    index.set(factor.gwpSet, table.set(factor.gases, factor));
  }
  return index;
}

function indexNames(): ReadonlyMap<string, string> {
  const gases = allFactors().flatMap((factor) =>
    factor.kind === 'gwp' && factor.gases !== null ? [factor.gases] : [],
  );
  return new Map(gases.flatMap((gas) => namesOfGas(gas).map((name) => [gasKey(name), gas] as const)));
}
