import { REVIEWER_TEXTS } from '../../locales/reviewerTexts';
import { addTexts } from '../../locales/translator';

// Said in Review alone, and so loaded with it.
addTexts(REVIEWER_TEXTS);
