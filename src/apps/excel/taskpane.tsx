import { createRoot, type Root } from 'react-dom/client';
import { excelReady } from '../../adapters/excel/environment';
import { spokenLanguage } from '../../adapters/excel/language';
import { KmcError, type Message } from '../../core/message';
import { translator } from '../../locales/translator';
import { openPane } from './openPane';

function obstacleOf(error: unknown): Message {
  if (error instanceof KmcError) return error.detail;
  throw error;
}

async function start(root: Root): Promise<void> {
  const obstacle = await excelReady().then(() => null, obstacleOf);
  // Excel tells its language only once it is ready.
  const language = spokenLanguage();
  document.documentElement.lang = language;
  if (obstacle) root.render(<p role="alert">{translator(language)(obstacle)}</p>);
  else openPane(root);
}

void start(createRoot(document.getElementById('pane')!));
