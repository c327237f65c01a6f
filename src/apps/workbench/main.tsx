import { createRoot } from 'react-dom/client';
import './page.css';
import { Workbench } from './Workbench';

createRoot(document.getElementById('workbench')!).render(<Workbench />);
