import * as React from 'react';
import type { Message } from '../../core/message';
import type { HashedFile } from '../submit/evidenceStates';
import type { PackageFile } from '../../core/package/packageFile';
import type { Packed } from '../../core/package/pack';
import type { Beside, VerifyTools } from '../../core/package/verify/context';
import type { Verification } from '../../core/package/verify/verifyPackage';
import type { PackageChanges } from '../../core/package/compare/comparePackages';
import type { Submitted } from '../../core/package/rounds/submitted';
import type { ReviewFile } from '../../core/review/decisions/reviewFile';
import type { OpenedPackage } from '../../core/package/open';
import type { WorkbookPlan } from '../../core/template/plan';
import { reasonOf } from '../outcome/followWorkbook';
import { usePortfolioState, type PortfolioState } from '../portfolio/portfolioState';

/** Fetches what makes and checks packages. It is large, so only where somebody asks for it. */
export type LoadPackageTools = () => Promise<PageTools>;

export interface PageTools extends VerifyTools {
  /** An .xlsx of a plan; absent where the page cannot make one. */
  readonly writeWorkbook?: (plan: WorkbookPlan) => Uint8Array;
}

/** A package that was made of the workbook as it was then. */
export interface Made {
  readonly packed: Packed;
  /** What is in it. */
  readonly files: readonly PackageFile[];
  /** What the pane knew of the workbook then; another one means that it has changed since. */
  readonly of: object;
}

/** A package from outside and all that was checked of it. */
export interface Examined {
  readonly name: string;
  /** The container. */
  readonly bytes: Uint8Array;
  readonly verification: Verification;
  /** `null` where nothing could be read. */
  readonly opened: OpenedPackage | null;
  /** What it was held against. */
  readonly beside?: Partial<Beside>;
}

/** What a package has that an earlier one had not, and the other way round. */
export interface Compared {
  /** File name of the earlier one. */
  readonly name: string;
  readonly of: OpenedPackage;
  readonly changes: PackageChanges;
}

/** The package submitted before the open workbook's next one. */
export interface Before {
  /** File name. */
  readonly name: string;
  readonly submitted: Submitted;
}

/** A reviewer's answer, chosen from this machine. */
export interface Reviewers {
  /** File name. */
  readonly name: string;
  readonly file: ReviewFile;
}

/** What making and opening packages keeps while the pane lives. */
export interface PackageSession {
  readonly load: LoadPackageTools;
  readonly evidence: readonly HashedFile[];
  readonly setEvidence: (files: readonly HashedFile[]) => void;
  /** Keeps the evidence of a package at hand for its workbook, the next one that is opened. */
  readonly bring: (files: readonly PackageFile[]) => Promise<void>;
  readonly before: Before | null;
  readonly setBefore: (before: Before | null) => void;
  readonly reviewers: Reviewers | null;
  readonly setReviewers: (reviewers: Reviewers | null) => void;
  readonly made: Made | null;
  readonly setMade: (made: Made | null) => void;
  readonly examined: Examined | null;
  readonly setExamined: (examined: Examined | null) => void;
  readonly compared: Compared | null;
  readonly setCompared: (compared: Compared | null) => void;
  readonly portfolio: PortfolioState;
  /** What is under way; one thing at a time. */
  readonly busy: Work | null;
  readonly failure: Message | null;
  readonly dismiss: () => void;
  /** Does something that takes a while and may fail; a failure is kept until it is dismissed. */
  readonly run: (work: Work, what: () => Promise<void>) => Promise<void>;
}

export type Work = 'before' | 'papers' | 'pack' | 'verify' | 'compare' | 'hash' | 'save' | 'open' | 'add-up';

const Context = React.createContext<PackageSession | null>(null);

interface PackageProviderProps {
  /** Absent where the host cannot make packages. */
  readonly load: LoadPackageTools | undefined;
  /** Begins anew with another one. */
  readonly host: object;
  readonly children: React.ReactNode;
}

export function PackageProvider({ load, host, children }: PackageProviderProps) {
  const [evidence, setEvidence] = React.useState<readonly HashedFile[]>([]);
  const [made, setMade] = React.useState<Made | null>(null);
  const [before, setBefore] = React.useState<Before | null>(null);
  const [reviewers, setReviewers] = React.useState<Reviewers | null>(null);
  const [examined, setExamined] = React.useState<Examined | null>(null);
  const [compared, setCompared] = React.useState<Compared | null>(null);
  const [busy, setBusy] = React.useState<Work | null>(null);
  const [failure, setFailure] = React.useState<Message | null>(null);
  const portfolio = usePortfolioState();
  const brought = React.useRef<readonly HashedFile[]>([]);
  React.useEffect(() => {
    setEvidence(brought.current);
    brought.current = [];
    setMade(null);
    setBefore(null);
    setReviewers(null);
    setFailure(null);
  }, [host]);
  const run = async (work: Work, what: () => Promise<void>) => {
    setFailure(null);
    setBusy(work);
    await what().catch((error: unknown) => setFailure(reasonOf(error)));
    setBusy(null);
  };
  const bring = async (files: readonly PackageFile[]) => {
    const [{ digest }, { hashedEvidence }] = await Promise.all([load!(), import('../submit/evidenceStates')]);
    brought.current = await hashedEvidence(files, digest);
  };
  const session = load && {
    bring,
    ...{ load, evidence, setEvidence, made, setMade, examined, setExamined, compared, setCompared },
    portfolio,
    ...{ before, setBefore, reviewers, setReviewers },
    ...{ busy, failure, dismiss: () => setFailure(null), run },
  };
  return <Context.Provider value={session ?? null}>{children}</Context.Provider>;
}

/** `null` where packages can be neither made nor opened. */
export const usePackages = (): PackageSession | null => React.useContext(Context);
