import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { WorkbookHost } from '../../src/core/ports';
import { App, type AppProps } from '../../src/taskpane/App';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** A view's code is fetched when it is first shown; a test that has fetched it before need not wait. */
export const fetchViews = () =>
  Promise.all([
    import('../../src/taskpane/result/ResultView'),
    import('../../src/taskpane/review/ReviewView'),
    import('../../src/taskpane/review/formulas/FormulasPage'),
    import('../../src/taskpane/review/map/MapPage'),
    import('../../src/taskpane/review/rounds/RoundsPage'),
    import('../../src/taskpane/settings/SettingsView'),
    import('../../src/core/uncertainty/simulation'),
    import('../../src/core/uncertainty/sensitivity'),
  ]);

const SETTLED_MS = 20;
const LONG_MS = 60_000;

/** The pane on a page of its own, and what a user can do with it. */
export class PaneOnPage {
  readonly place: HTMLElement = document.body.appendChild(document.createElement('main'));
  private readonly root: Root = createRoot(this.place);

  async show(host: WorkbookHost, props: Partial<AppProps> = {}): Promise<void> {
    await act(async () => this.root.render(<App host={host} language="ja" theme="light" {...props} />));
    await this.settle();
  }

  async settle(): Promise<void> {
    await act(() => new Promise((resolve) => setTimeout(resolve, SETTLED_MS)));
  }

  /** Waits for what takes a while. */
  async until(holds: () => boolean): Promise<void> {
    const end = Date.now() + LONG_MS;
    while (!holds()) {
      if (Date.now() > end) throw new Error(`not in ${LONG_MS} ms: ${String(holds)}\n${this.text}`);
      await this.settle();
    }
  }

  get text(): string {
    return this.place.textContent ?? '';
  }

  control(name: string | RegExp, within: Element = this.place): HTMLElement {
    const buttons = [...within.querySelectorAll<HTMLElement>('button')];
    const found = buttons.find(({ textContent }) =>
      typeof name === 'string' ? textContent === name : name.test(textContent ?? ''),
    );
    if (!found)
      throw new Error(`no button ${String(name)} among ${buttons.map((each) => each.textContent).join(' | ')}`);
    return found;
  }

  async press(name: string | RegExp, within?: Element): Promise<void> {
    await act(async () => {
      this.control(name, within).focus();
      this.control(name, within).click();
    });
  }

  /** Opens a section unless it is open, and gives its content. */
  async section(title: string): Promise<HTMLElement> {
    const heading = this.control(title);
    if (heading.getAttribute('aria-expanded') === 'false') await this.press(title);
    return heading.closest('section')!;
  }

  close(): void {
    act(() => this.root.unmount());
    this.place.remove();
  }
}

/** A table as people read it: one list a row, without the rows that only carry bars. */
export const rowsOf = (table: Element): (string | null)[][] =>
  [...table.querySelectorAll('tbody tr:not([aria-hidden])')].map((row) =>
    [...row.children].map(({ textContent }) => textContent),
  );
