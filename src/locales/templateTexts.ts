import en from './en/templateSheets.json';
import ja from './ja/templateSheets.json';

/** What only a new workbook's sheets say; apart from `TEXTS`, so that it is loaded with what makes one. */
export const TEMPLATE_TEXTS = { en, ja } as const;
