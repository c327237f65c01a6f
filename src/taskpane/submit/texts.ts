import { SUBMIT_TEXTS } from '../../locales/submitTexts';
import { addTexts } from '../../locales/translator';

// Said where packages are made and opened, and so loaded with that.
addTexts(SUBMIT_TEXTS);
