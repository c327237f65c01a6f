import { SUBMIT_TEXTS } from '../../locales/submitTexts';
import { addTexts } from '../../locales/translator';
// The findings of a package say what the review says.
import '../review/texts';

// Said where packages are made and opened, and so loaded with that.
addTexts(SUBMIT_TEXTS);
