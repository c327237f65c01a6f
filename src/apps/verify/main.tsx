import { createRoot } from 'react-dom/client';
import { MORE_TEXTS } from '../../locales/moreTexts';
import { START_TEXTS } from '../../locales/startTexts';
import { addTexts } from '../../locales/translator';
import { VerifyPage } from './VerifyPage';

addTexts(MORE_TEXTS);
addTexts(START_TEXTS);
createRoot(document.getElementById('page')!).render(<VerifyPage />);
