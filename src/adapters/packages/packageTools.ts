import { hiddenInSheets } from '../../core/package/hiddenContent';
import type { VerifyTools } from '../../core/package/verify/context';
import type { Digest } from '../../core/ports';
import { createRecalculator } from '../recalc/univerRecalculator';
import { hiddenParts } from '../xlsx/read/hiddenParts';
import { readXlsx } from '../xlsx/read/readXlsx';
import { webDigest } from '../zip/digest';
import { inflate } from '../zip/inflate';

/** What packing and verifying need of the machine they run on, without reports. */
export const packageTools = (digest: Digest = webDigest): VerifyTools => ({
  digest,
  inflate,
  open: (bytes) => readXlsx(bytes),
  recalculator: createRecalculator(),
  documents: null,
  hidden: (bytes, snapshot) => [...hiddenParts(bytes), ...hiddenInSheets(snapshot)],
});
