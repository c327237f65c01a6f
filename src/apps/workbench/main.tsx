import { createRoot } from 'react-dom/client';
import { addTexts } from '../../locales/translator';
import { WORKBENCH_TEXTS } from '../../locales/workbenchTexts';
import './page.css';
import { Workbench } from './Workbench';

addTexts(WORKBENCH_TEXTS);
createRoot(document.getElementById('workbench')!).render(<Workbench />);
