import { OfficeFiles } from './officeFiles';

type Done = (result: object) => void;

const succeeded = (value?: unknown): object => ({ status: 'succeeded', value });
const refused = (text: string): object => ({ status: 'failed', error: { message: text } });

/** `Office.context.document` as far as the file of the open workbook goes. */
export function nodeDocument(bytes: () => Uint8Array): object {
  const files = new OfficeFiles(bytes);
  const answer = (done: Done, result: object) => queueMicrotask(() => done(result));
  return {
    getFileAsync(_kind: string, { sliceSize }: { readonly sliceSize: number }, done: Done) {
      const copy = files.take(sliceSize);
      if (!copy) return answer(done, refused('A file is open already.'));
      const { handle, size } = copy;
      answer(
        done,
        succeeded({
          size,
          sliceCount: Math.ceil(size / sliceSize),
          getSliceAsync: (index: number, then: Done) =>
            answer(then, succeeded({ index, data: [...files.slice(handle, index)] })),
          closeAsync: (then: Done) => {
            files.close(handle);
            answer(then, succeeded());
          },
        }),
      );
    },
  };
}

/** Words of Office's that the code for files uses. */
export const FILE_WORDS = { FileType: { Compressed: 'compressed' }, AsyncResultStatus: { Succeeded: 'succeeded' } };
