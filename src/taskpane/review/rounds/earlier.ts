import * as React from 'react';
import { readWorkbook } from '../../../core/adoption/readWorkbook';
import { KmcError, message, type Message } from '../../../core/message';
import { outcomeOf } from '../../../core/outcome';
import type { WorkbookHost } from '../../../core/ports';
import { reasonOf } from '../../outcome/followWorkbook';
import { useStart } from '../../start/session';
import { found, type Found } from '../run';

/** An earlier submission that the open workbook is compared with. */
export interface Earlier {
  readonly name: string;
  readonly found: Found;
}

interface EarlierState {
  readonly earlier: Earlier | null;
  readonly busy: boolean;
  readonly failure: Message | null;
}

const NOTHING: EarlierState = { earlier: null, busy: false, failure: null };

/** Kept while the workbook is open, whatever is looked at meanwhile. */
const chosen = new WeakMap<WorkbookHost, Earlier>();

/** Reads the file of an earlier round; the open workbook stays. */
export function useEarlier(): EarlierState & { readonly read: ((file: File) => void) | null } {
  const { host, workbooks } = useStart();
  const [state, setState] = React.useState<EarlierState>(() => ({ ...NOTHING, earlier: chosen.get(host) ?? null }));
  const read = async (file: File) => {
    setState((last) => ({ ...last, busy: true, failure: null }));
    try {
      const snapshot = await workbooks!.readFile(file);
      const outcome = outcomeOf(snapshot, readWorkbook(snapshot));
      if (Object.keys(outcome.case.locations).length === 0)
        throw new KmcError(message('reviewer.rounds.no-case', { file: file.name }));
      const of = { outcome, snapshot };
      const earlier = {
        name: file.name,
        found: (await found(of, true, alone(snapshot), new AbortController().signal))!,
      };
      chosen.set(host, earlier);
      setState({ ...NOTHING, earlier });
    } catch (error) {
      setState((last) => ({ ...last, busy: false, failure: reasonOf(error) }));
    }
  };
  return { ...state, read: workbooks ? (file) => void read(file) : null };
}

/** A workbook that is only looked at. */
const alone = (snapshot: Found['snapshot']): Pick<WorkbookHost, 'snapshot'> => ({ snapshot: async () => snapshot });
