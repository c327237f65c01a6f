import { createRoot, type Root } from 'react-dom/client';
import { displayLanguage, displayTheme, excelReady } from '../../adapters/excel/environment';
import { createExcelHost } from '../../adapters/excel/excelHost';
import { onPaneShown } from '../../adapters/excel/paneVisibility';
import { KmcError, type Message } from '../../core/message';
import { translator } from '../../locales/translator';
import { App } from '../../taskpane/App';

function obstacleOf(error: unknown): Message {
  if (error instanceof KmcError) return error.detail;
  throw error;
}

async function start(root: Root): Promise<void> {
  const obstacle = await excelReady().then(() => null, obstacleOf);
  // Excel tells its language only once it is ready.
  const language = displayLanguage();
  document.documentElement.lang = language;
  if (obstacle) {
    root.render(<p role="alert">{translator(language)(obstacle)}</p>);
    return;
  }
  const host = createExcelHost();
  const render = () => root.render(<App host={host} language={language} theme={displayTheme()} />);
  render();
  // Excel does not say when its theme changes.
  onPaneShown(render);
}

void start(createRoot(document.getElementById('pane')!));
