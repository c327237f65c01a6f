/// <reference types="office-js" />
import { KmcError, message } from '../../core/message';

/** The largest slice that Office hands over, in bytes. */
const SLICE = 4_194_304;

/** Office keeps few files open at once, and some hosts a single one. */
let last: Promise<unknown> = Promise.resolve();

/**
 * The open workbook as the bytes of an .xlsx, with what has not been saved yet. Of two calls at a time the second waits.
 * @throws KmcError where Excel does not hand it over, or not whole
 */
export function workbookBytes(): Promise<Uint8Array> {
  const bytes = last.then(read, read);
  last = bytes.catch(() => {});
  return bytes;
}

async function read(): Promise<Uint8Array> {
  const file = await answer<Office.File>((done) =>
    Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE }, done),
  );
  let bytes: Uint8Array;
  try {
    bytes = await joined(file);
  } catch (error) {
    // The first reason is the one to tell.
    await close(file).catch(() => {});
    throw error;
  }
  await close(file);
  return bytes;
}

/** One slice after the other: Office hands over one at a time. */
async function joined(file: Office.File): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size);
  let end = 0;
  for (let index = 0; index < file.sliceCount; index++) {
    const { data } = await answer<Office.Slice>((done) => file.getSliceAsync(index, done));
    const slice = new Uint8Array(data as ArrayBufferLike);
    if (end + slice.length > bytes.length) throw incomplete(file);
    bytes.set(slice, end);
    end += slice.length;
  }
  if (end !== bytes.length || end === 0) throw incomplete(file);
  return bytes;
}

const close = (file: Office.File): Promise<unknown> => answer<unknown>((done) => file.closeAsync(done));

const incomplete = ({ size }: Office.File): KmcError => new KmcError(message('excel.file-incomplete', { size }));

function answer<T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> {
  return new Promise((resolve, reject) =>
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(new KmcError(message('excel.file-refused', { reason: error.message })));
    }),
  );
}
