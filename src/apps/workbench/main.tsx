import { createRoot } from 'react-dom/client';
import { MORE_TEXTS } from '../../locales/moreTexts';
import { addTexts } from '../../locales/translator';
import './page.css';
import { Workbench } from './Workbench';

addTexts(MORE_TEXTS);
createRoot(document.getElementById('workbench')!).render(<Workbench />);
