import * as React from 'react';
import { message, type Message } from '../../core/message';
import type { WorkbookHost } from '../../core/ports';
import type { RollPlan, SalesChoice } from '../../core/template/rollForward/types';
import { ArrivalProvider } from '../arrival';
import { reasonOf } from '../outcome/followWorkbook';
import type { Answers } from './baselineGuide';
import type { ViewName } from '../views';
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
  /** Goes to what is done with the open workbook. */
  readonly leaveFor: (view: ViewName) => void;
  readonly page: StartPage;
  readonly goTo: (page: StartPage) => void;
  /** The page before this one. */
  readonly cameFrom: StartPage;
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

interface Pages {
  readonly page: StartPage;
  readonly cameFrom: StartPage;
}

const HOME: Pages = { page: 'home', cameFrom: 'home' };

const Context = React.createContext<StartSession | null>(null);

export interface StartProviderProps extends Pick<StartSession, 'host' | 'workbooks' | 'memory' | 'stay' | 'leaveFor'> {
  readonly children: React.ReactNode;
}

export function StartProvider({ children, ...given }: StartProviderProps) {
  const { host } = given;
  const [{ page, cameFrom }, setPage] = React.useState<Pages>(HOME);
  const isAwaited = React.useRef(false);
  const [failure, setFailure] = React.useState<Message | null>(null);
  const [isBusy, setBusy] = React.useState(false);
  const [answers, answer] = React.useState<Answers>({});
  const [rolling, roll] = React.useState<Rolling | null>(null);
  const latest = React.useRef(host);
  React.useEffect(() => {
    if (latest.current === host) return;
    latest.current = host;
    setPage(HOME);
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
  const goTo = (next: StartPage) => {
    isAwaited.current = true;
    setPage({ page: next, cameFrom: page });
  };
  const shown = { page, cameFrom, goTo, answers, answer, rolling, roll };
  return (
    <Context.Provider value={{ ...given, ...doing, ...shown }}>
      <ArrivalProvider value={isAwaited}>{children}</ArrivalProvider>
    </Context.Provider>
  );
}

/** @throws Error outside a {@link StartProvider} */
export function useStart(): StartSession {
  const session = React.useContext(Context);
  if (!session) throw new Error('Start stands outside its provider');
  return session;
}
