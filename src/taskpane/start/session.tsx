import * as React from 'react';
import { message, type Message } from '../../core/message';
import type { WorkbookHost } from '../../core/ports';
import type { RollPlan, SalesChoice } from '../../core/template/rollForward/types';
import { reasonOf } from '../outcome/followWorkbook';
import type { Answers } from './baselineGuide';
import type { Memory, Workbooks } from './ports';

export type StartPage = 'home' | 'adopt' | 'package' | 'portfolio';

/** Last year's application on its way into this year. */
export interface Rolling {
  readonly plan: RollPlan;
  readonly sales: SalesChoice;
  /** The file it comes from; `null` for the open workbook. */
  readonly file: File | null;
  readonly written: boolean;
}

/** What Start needs beyond the outcome. It outlives the view, which changes its place when a workbook becomes a case. */
export interface StartSession {
  readonly host: WorkbookHost;
  readonly workbooks: Workbooks | undefined;
  readonly memory: Memory | undefined;
  /** Keeps Start in sight when the workbook becomes a case. */
  readonly stay: () => void;
  readonly page: StartPage;
  readonly goTo: (page: StartPage) => void;
  /** Runs something that may fail; a failure is shown in Start. */
  readonly attempt: (what: () => Promise<void>) => Promise<void>;
  readonly isBusy: boolean;
  readonly failure: Message | null;
  readonly dismiss: () => void;
  /** Answers given in the guide to the baseline. */
  readonly answers: Answers;
  readonly answer: (answers: Answers) => void;
  readonly rolling: Rolling | null;
  readonly roll: (rolling: Rolling | null) => void;
}

const Context = React.createContext<StartSession | null>(null);

export interface StartProviderProps extends Pick<StartSession, 'host' | 'workbooks' | 'memory' | 'stay'> {
  readonly children: React.ReactNode;
}

export function StartProvider({ host, workbooks, memory, stay, children }: StartProviderProps) {
  const [page, goTo] = React.useState<StartPage>('home');
  const [failure, setFailure] = React.useState<Message | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const [answers, answer] = React.useState<Answers>({});
  const [rolling, roll] = React.useState<Rolling | null>(null);
  React.useEffect(() => {
    goTo('home');
    setFailure(null);
    roll((before) => (before?.written ? before : null));
  }, [host]);
  const attempt = async (what: () => Promise<void>) => {
    setFailure(null);
    setBusy(true);
    await what().catch((error: unknown) => setFailure(message('start.failed', { reason: reasonOf(error) })));
    setBusy(false);
  };
  const doing = { attempt, isBusy, failure, dismiss: () => setFailure(null) };
  const shown = { page, goTo, answers, answer, rolling, roll };
  return <Context.Provider value={{ host, workbooks, memory, stay, ...doing, ...shown }}>{children}</Context.Provider>;
}

/** @throws Error outside a {@link StartProvider} */
export function useStart(): StartSession {
  const session = React.useContext(Context);
  if (!session) throw new Error('Start stands outside its provider');
  return session;
}
