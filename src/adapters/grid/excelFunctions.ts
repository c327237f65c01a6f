import type { EngineFunctionEntry } from './functionBridge';
import { lookups, type Refuse } from './lookups';
import { monthSteps } from './monthSteps';
import { operators } from './operators';
import { sequence } from './sequence';

/**
 * Functions and operators of the engine that give other results than Excel, replaced.
 *
 * @param refuse what to do where Excel's result cannot be told
 */
export function excelFunctions(refuse: Refuse): EngineFunctionEntry[] {
  return [...operators, ...lookups(refuse), ...monthSteps, sequence(refuse)];
}
