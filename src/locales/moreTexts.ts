import * as en from './en/more';
import * as ja from './ja/more';

/** Texts that neither the pane nor a function says in Excel: an app that says them adds them with `addTexts`. */
export const MORE_TEXTS = { en, ja } as const;
