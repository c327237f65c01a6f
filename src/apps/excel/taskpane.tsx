import { createRoot, type Root } from 'react-dom/client';
import { displayLanguage, displayTheme, excelReady } from '../../adapters/excel/environment';
import { createExcelHost } from '../../adapters/excel/excelHost';
import { onPaneShown } from '../../adapters/excel/paneVisibility';
import { KmcError } from '../../core/message';
import { translator } from '../../locales/translator';
import { App } from '../../taskpane/App';

async function start(root: Root): Promise<void> {
  const language = displayLanguage();
  document.documentElement.lang = language;
  try {
    await excelReady();
  } catch (error) {
    if (!(error instanceof KmcError)) throw error;
    root.render(<p role="alert">{translator(language)(error.detail)}</p>);
    return;
  }
  const host = createExcelHost();
  const render = () => root.render(<App host={host} language={language} theme={displayTheme()} />);
  render();
  // Excel does not say when its theme changes.
  onPaneShown(render);
}

void start(createRoot(document.getElementById('pane')!));
