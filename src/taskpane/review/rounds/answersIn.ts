import { KmcError } from '../../../core/message';
import { readLetter, repliesOf, type Answering, type LetterReplies } from '../../../core/review/rounds/readLetter';
import type { AnsweredRemark } from '../../../core/review/rounds/remarks';
import { letterHeaders } from '../../../locales/letterHeaders';
import type { Workbooks } from '../../start/ports';

/**
 * What the author wrote into a letter that was saved as a file.
 * @param remarks those of the open workbook
 * @throws KmcError for what is no such letter
 */
export async function answersIn(
  file: File,
  { readFile }: Pick<Workbooks, 'readFile'>,
  remarks: readonly AnsweredRemark[],
  answering: Answering,
): Promise<LetterReplies> {
  const letter = readLetter(await readFile(file), letterHeaders());
  if (!letter.ok) throw new KmcError(letter.message);
  return repliesOf(letter.value, remarks, answering);
}
