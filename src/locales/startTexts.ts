import en from './en/start.json';
import ja from './ja/start.json';

/** Texts of where an application begins; what shows that adds them with `addTexts`. */
export const START_TEXTS = { en: { start: en }, ja: { start: ja } } as const;
