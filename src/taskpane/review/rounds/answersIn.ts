import { KmcError, message } from '../../../core/message';
import { readLetter, repliesOf, type Answering, type LetterReplies } from '../../../core/review/rounds/readLetter';
import type { AnsweredRemark } from '../../../core/review/rounds/remarks';
import { letterHeaders } from '../../../locales/letterHeaders';
import type { Workbooks } from '../../start/ports';

/** What a letter must be an answer to. */
interface Asked {
  /** Those of the open workbook. */
  readonly remarks: readonly AnsweredRemark[];
  /** Id of the package that was reviewed; `null` where it is not known. */
  readonly package: string | null;
}

/**
 * What the author wrote into a letter that was saved as a file.
 * @throws KmcError for what is no such letter, and for one on another package
 */
export async function answersIn(
  file: File,
  { readFile }: Pick<Workbooks, 'readFile'>,
  { remarks, package: expected }: Asked,
  answering: Answering,
): Promise<LetterReplies> {
  const letter = readLetter(await readFile(file), letterHeaders());
  if (!letter.ok) throw new KmcError(letter.message);
  const found = letter.value.package;
  if (found !== null && expected !== null && found !== expected)
    throw new KmcError(message('decisions.letter.other-package', { found, expected }));
  return repliesOf(letter.value, remarks, answering);
}
