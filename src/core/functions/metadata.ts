import { FUNCTION_HELP_TEXTS } from '../../locales/functionHelpTexts';
import { addTexts, translator, type Language } from '../../locales/translator';
import { FUNCTIONS } from './registry';
import type { FunctionSpec, ParameterSpec } from './types';

addTexts(FUNCTION_HELP_TEXTS);

/** Where help pages are served while developing; a build for release names its own address. */
export const LOCAL_HELP = 'https://localhost:3000/help/functions';

/** Excel's `functions.json`. Names and ids are never translated, or a formula written in one language fails in the other. */
export interface FunctionsJson {
  /** Without it a range that holds one error never reaches the function. */
  readonly allowCustomDataForDataTypeAny: true;
  readonly functions: readonly ExcelFunction[];
}

export interface ExcelFunction {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly ExcelParameter[];
  readonly result: { readonly type: 'any'; readonly dimensionality: 'scalar' | 'matrix' };
}

export interface ExcelParameter {
  readonly name: string;
  readonly description: string;
  readonly type: 'any';
  readonly dimensionality: 'scalar' | 'matrix';
  readonly optional: boolean;
  readonly repeating?: true;
}

/**
 * @param helpBase address of the help pages, without a slash at its end
 * @returns the content of `functions.json` (English) or `functions.ja-JP.json` (Japanese)
 */
export function functionsJson(language: Language, helpBase: string = LOCAL_HELP): FunctionsJson {
  const say = translator(language);
  const parameter = (spec: FunctionSpec, { name, shape, optional, repeating }: ParameterSpec): ExcelParameter => ({
    name: say(`functions.${spec.id}.parameters.${name}.name`),
    description: say(`functionHelp.${spec.id}.parameters.${name}`),
    type: 'any',
    dimensionality: shape,
    optional,
    ...(repeating ? { repeating } : {}),
  });
  return {
    allowCustomDataForDataTypeAny: true,
    functions: FUNCTIONS.map((spec) => ({
      id: spec.id,
      name: spec.id,
      description: say(`functionHelp.${spec.id}.summary`),
      helpUrl: `${helpBase}/${language}/${spec.id}.html`,
      parameters: spec.parameters.map((each) => parameter(spec, each)),
      result: { type: 'any', dimensionality: spec.result },
    })),
  };
}
