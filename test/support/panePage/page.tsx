import { createRoot } from 'react-dom/client';
import { readXlsx } from '../../../src/adapters/xlsx/read/readXlsx';
import { writeXlsx } from '../../../src/adapters/xlsx/write/writeXlsx';
import { webDigest } from '../../../src/adapters/zip/digest';
import { inflate } from '../../../src/adapters/zip/inflate';
import { message } from '../../../src/core/message';
import { createMemoryHost } from '../../../src/adapters/memory/memoryHost';
import type { Language } from '../../../src/locales/translator';
import type { FileSaver } from '../../../src/core/ports';
import { App } from '../../../src/taskpane/App';
import type { PageTools } from '../../../src/taskpane/package/packaging';
import type { ThemeName } from '../../../src/taskpane/theme';
import type { Destination } from '../../../src/taskpane/views';

/** Without what recalculates: the samples' stored values stand. */
const packageTools = async (): Promise<PageTools> => ({
  digest: webDigest,
  inflate,
  open: (bytes) => readXlsx(bytes),
  recalculator: null,
  documents: null,
  writeWorkbook: writeXlsx,
});

const files: FileSaver = { save: async (_, name) => message('workbench.save.handed', { name }) };

/** The pane alone, over a sample: `?sample=radar&language=ja&theme=light&view=result`, also `role=reviewer`. */
async function start(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const language = (asked.get('language') ?? 'ja') as Language;
  document.documentElement.lang = language;
  const bytes = await (await fetch(`samples/${asked.get('sample')}.xlsx`)).arrayBuffer();
  const file = new Uint8Array(bytes);
  const { snapshot } = await readXlsx(file);
  const host = Object.assign(createMemoryHost(snapshot), { bytes: async () => file });
  const role = asked.get('role');
  const kept = new Map(role === null ? [] : [['role', role]]);
  const memory = {
    read: (key: string) => kept.get(key) ?? null,
    write: (key: string, text: string) => void kept.set(key, text),
  };
  const root = createRoot(document.getElementById('pane')!);
  const show = (theme: ThemeName) =>
    root.render(
      <App
        host={host}
        memory={memory}
        language={language}
        theme={theme}
        packageTools={packageTools}
        files={files}
        view={(asked.get('view') ?? undefined) as Destination | undefined}
      />,
    );
  show((asked.get('theme') ?? 'light') as ThemeName);
  // A test looks at the same page in each theme.
  Object.assign(window, { showTheme: show });
}

void start();
