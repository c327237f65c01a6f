import { packageBytes } from '../../package/packageBytes';
import * as React from 'react';
import { readWorkbook } from '../../../core/adoption/readWorkbook';
import { KmcError, message, type Message } from '../../../core/message';
import { outcomeOf } from '../../../core/outcome';
import { PATHS } from '../../../core/package/bag/layout';
import type { WorkbookHost } from '../../../core/ports';
import type { WorkbookSnapshot } from '../../../core/workbook/snapshot';
import { reasonOf } from '../../outcome/followWorkbook';
import { usePackages, type LoadPackageTools } from '../../package/packaging';
import type { Workbooks } from '../../start/ports';
import { useStart } from '../../start/session';
import type { Found } from '../run';
import { useChosenEarlier, type Earlier } from './earlierContext';

interface EarlierState {
  readonly earlier: Earlier | null;
  readonly busy: boolean;
  readonly failure: Message | null;
}

const NOTHING: Omit<EarlierState, 'earlier'> = { busy: false, failure: null };

/** Reads the file of an earlier round; the open workbook stays. */
export function useEarlier(): EarlierState & { readonly read: ((file: File) => void) | null } {
  const { workbooks } = useStart();
  const packages = usePackages();
  const [earlier, choose] = useChosenEarlier();
  const [state, setState] = React.useState(NOTHING);
  const read = async (file: File) => {
    setState({ busy: true, failure: null });
    try {
      const snapshot = await snapshotOf(file, workbooks!, packages?.load);
      const outcome = outcomeOf(snapshot, readWorkbook(snapshot));
      if (Object.keys(outcome.case.locations).length === 0)
        throw new KmcError(message('reviewer.rounds.no-case', { file: file.name }));
      const of = { outcome, snapshot };
      const { found } = await import('../run');
      choose({ name: file.name, found: (await found(of, true, alone(snapshot), new AbortController().signal))! });
      setState(NOTHING);
    } catch (error) {
      setState({ busy: false, failure: reasonOf(error) });
    }
  };
  return { ...state, earlier, read: workbooks ? (file) => void read(file) : null };
}

/** The workbook in a file: an .xlsx, or the one a package holds. */
async function snapshotOf(
  file: File,
  workbooks: Workbooks,
  load: LoadPackageTools | undefined,
): Promise<WorkbookSnapshot> {
  if (!load || !/\.zip$/i.test(file.name)) return workbooks.readFile(file);
  const [tools, { openPackage }] = await Promise.all([load(), import('../../../core/package/open')]);
  const opening = openPackage(await packageBytes(file), tools.inflate);
  if (!opening.ok) throw new KmcError(opening.fault.message);
  const workbook = opening.value.files.find(({ path }) => path === PATHS.workbook);
  if (!workbook) throw new KmcError(message('reviewer.rounds.no-workbook', { file: file.name }));
  return (await tools.open(workbook.bytes)).snapshot;
}

/** A workbook that is only looked at. */
const alone = (snapshot: Found['snapshot']): Pick<WorkbookHost, 'snapshot'> => ({ snapshot: async () => snapshot });
