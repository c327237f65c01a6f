import enPackage from './en/package.json';
import enSubmit from './en/submit.json';
import jaPackage from './ja/package.json';
import jaSubmit from './ja/submit.json';

/** Texts of the submission package; what shows them adds them with `addTexts`. */
export const SUBMIT_TEXTS = {
  en: { package: enPackage, submit: enSubmit },
  ja: { package: jaPackage, submit: jaSubmit },
} as const;
