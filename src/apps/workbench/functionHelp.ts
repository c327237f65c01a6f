import type { GridFunctionInfo, GridLanguage } from '../../adapters/grid/gridOnPage';
import { functionsJson } from '../../core/functions/metadata';

/** The engine's number for functions that are not its own. */
const USER_DEFINED = 15;

/** What the grid shows while a KMC function is typed: the same texts as Excel's. */
export function functionHelp(language: GridLanguage): GridFunctionInfo[] {
  return functionsJson(language, '').functions.map(({ name, description, parameters }) => ({
    functionName: `KMC.${name}`,
    functionType: USER_DEFINED,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: parameter.repeating ? 1 : 0,
    })),
  }));
}
