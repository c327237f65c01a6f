import en from './en/functionHelp.json';
import ja from './ja/functionHelp.json';

/** What Excel and the grid show while a function is typed; what shows it adds it with `addTexts`. */
export const FUNCTION_HELP_TEXTS = { en: { functionHelp: en }, ja: { functionHelp: ja } } as const;
