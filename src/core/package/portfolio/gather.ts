import { KmcError } from '../../message';
import { unreadEntry, type PortfolioEntry } from './entry';

/** A package that is still to be read. */
export interface PackageSource {
  /** As it is told apart from the others. */
  readonly file: string;
}

export interface Gathering<Source extends PackageSource> {
  /** Reads one; a `KmcError` becomes that entry's problem and does not stop the rest. */
  readonly read: (source: Source) => Promise<PortfolioEntry>;
  /** How many are read side by side. No more than these are held at a time. */
  readonly atOnce: number;
  /** Called before each is begun. */
  readonly onBegin?: (source: Source, begun: number) => void;
  /** Asked before each is begun: `true` leaves it and the rest unread. */
  readonly isStopped?: () => boolean;
}

/** @returns the entries of those that were read, in the order of `sources` */
export async function gatherEntries<Source extends PackageSource>(
  sources: readonly Source[],
  { read, atOnce, onBegin, isStopped = () => false }: Gathering<Source>,
): Promise<readonly PortfolioEntry[]> {
  const entries = new Map<number, PortfolioEntry>();
  let next = 0;
  const reader = async () => {
    while (next < sources.length && !isStopped()) {
      const at = next++;
      const source = sources[at]!;
      onBegin?.(source, next);
      entries.set(at, await readOne(source, read));
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(atOnce, sources.length)) }, reader));
  return sources.flatMap((_, at) => entries.get(at) ?? []);
}

async function readOne<Source extends PackageSource>(
  source: Source,
  read: (source: Source) => Promise<PortfolioEntry>,
): Promise<PortfolioEntry> {
  try {
    return await read(source);
  } catch (error) {
    if (error instanceof KmcError) return unreadEntry(source.file, error.detail);
    throw error;
  }
}
