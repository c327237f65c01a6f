import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { KmcError, message, type Message } from '../../core/message';
import type { Language } from '../../locales/translator';
import { openWorkbook, type OpenWorkbook } from './openWorkbook';

export interface Notice {
  readonly message: Message;
  readonly kind: 'error' | 'information';
}

export interface WorkbookOnPage {
  readonly workbook: OpenWorkbook | null;
  readonly notices: readonly Notice[];
  readonly isBusy: boolean;
  open(name: string, bytes: () => Promise<Uint8Array>): Promise<void>;
  say(notices: readonly Notice[]): void;
  dismiss(): void;
}

/** The workbook in `place`. Opening another one takes its place only if that one can be read. */
export function useWorkbook(place: RefObject<HTMLDivElement | null>, language: Language): WorkbookOnPage {
  const [workbook, setWorkbook] = useState<OpenWorkbook | null>(null);
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const [isBusy, setBusy] = useState(false);
  const current = useRef<OpenWorkbook | null>(null);

  const open = useCallback(
    async (name: string, bytes: () => Promise<Uint8Array>) => {
      setBusy(true);
      try {
        const opened = await openWorkbook(place.current!, name, await bytes(), language);
        current.current?.close();
        current.current = opened;
        setWorkbook(opened);
        setNotices(opened.notices.map((each) => ({ message: each, kind: 'information' })));
      } catch (error) {
        setNotices([{ message: message('workbench.open.failed', { name, reason: reasonOf(error) }), kind: 'error' }]);
      } finally {
        setBusy(false);
      }
    },
    [place, language],
  );
  useEffect(() => () => current.current?.close(), []);
  const say = useCallback((said: readonly Notice[]) => setNotices(said), []);
  useEffect(() => workbook?.host.onRefused((why) => say([{ message: why, kind: 'information' }])), [workbook, say]);
  const dismiss = useCallback(() => setNotices([]), []);
  return { workbook, notices, isBusy, open, say, dismiss };
}

export function reasonOf(error: unknown): Message {
  if (error instanceof KmcError) return error.detail;
  return message('workbench.unexpected', { reason: error instanceof Error ? error.message : String(error) });
}
