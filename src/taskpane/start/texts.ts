import { START_TEXTS } from '../../locales/startTexts';
import { addTexts } from '../../locales/translator';

// Said in Start alone, and so loaded with it.
addTexts(START_TEXTS);
