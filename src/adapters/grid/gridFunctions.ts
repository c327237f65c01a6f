import { callFunction } from '../../core/functions/call';
import { FUNCTIONS } from '../../core/functions/registry';
import { excelFunctions } from './excelFunctions';
import { engineFunctions, type EngineFunctionEntry } from './functionBridge';

/** Everything the grid calculates with beside the engine's own functions; what Excel's result would be cannot always be told. */
export function gridFunctions(): EngineFunctionEntry[] {
  return [...excelFunctions(() => ({ error: '#VALUE!' })), ...engineFunctions(FUNCTIONS, callFunction)];
}
