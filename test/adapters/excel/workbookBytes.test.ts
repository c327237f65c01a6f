import { workbookBytes } from '../../../src/adapters/excel/workbookBytes';

/** What Office's side of a file does wrong; `null` does it right. */
interface Fault {
  readonly open?: string;
  readonly slice?: number;
  readonly close?: string;
  /** Bytes a file lacks of those it has announced. */
  readonly short?: number;
}

const BYTES = Uint8Array.from({ length: 4_500_000 }, (_, index) => index % 251);
const succeeded = { status: 'succeeded' };
const refused = (text: string) => ({ status: 'failed', error: { message: text } });

/** Office's document with one file open at a time. */
class Document {
  open = 0;
  most = 0;
  opened = 0;
  constructor(
    private readonly bytes: Uint8Array,
    private readonly fault: Fault = {},
  ) {}

  getFileAsync(_kind: string, { sliceSize }: { sliceSize: number }, done: (result: object) => void): void {
    if (this.fault.open) return void queueMicrotask(() => done(refused(this.fault.open!)));
    this.open++;
    this.opened++;
    this.most = Math.max(this.most, this.open);
    const { bytes, fault } = this;
    const given = bytes.subarray(0, bytes.length - (fault.short ?? 0));
    const file = {
      size: bytes.length,
      sliceCount: Math.ceil(given.length / sliceSize),
      getSliceAsync: (index: number, answer: (result: object) => void) =>
        queueMicrotask(() =>
          answer(
            index === fault.slice
              ? refused('the slice')
              : {
                  ...succeeded,
                  value: { index, data: [...given.subarray(index * sliceSize, (index + 1) * sliceSize)] },
                },
          ),
        ),
      closeAsync: (answer: (result: object) => void) => {
        this.open--;
        queueMicrotask(() => answer(fault.close ? refused(fault.close) : succeeded));
      },
    };
    queueMicrotask(() => done({ ...succeeded, value: file }));
  }
}

function office(document: Document): Document {
  Object.assign(globalThis, {
    Office: {
      context: { document },
      FileType: { Compressed: 'compressed' },
      AsyncResultStatus: { Succeeded: 'succeeded' },
    },
  });
  return document;
}

const reason = (code: string, params: object) => ({ detail: { code: `excel.${code}`, params } });

describe('the bytes of the open workbook', () => {
  it('are those of the file, over several slices, and the file is closed', async () => {
    const document = office(new Document(BYTES));
    expect(Buffer.compare(await workbookBytes(), BYTES)).toBe(0);
    expect([document.opened, document.open]).toEqual([1, 0]);
  });

  it('are asked for one file at a time', async () => {
    const document = office(new Document(BYTES.subarray(0, 1000)));
    const all = await Promise.all([workbookBytes(), workbookBytes(), workbookBytes()]);
    expect(all.map(({ length }) => length)).toEqual([1000, 1000, 1000]);
    expect(document.most).toBe(1);
  });

  it.each<[string, Fault, string, object]>([
    ['Excel opens no file', { open: 'no file' }, 'file-refused', { reason: 'no file' }],
    ['a slice is refused', { slice: 1 }, 'file-refused', { reason: 'the slice' }],
    [
      'a slice and the closing are refused: the first reason',
      { slice: 0, close: 'no' },
      'file-refused',
      { reason: 'the slice' },
    ],
    ['the closing is refused', { close: 'still open' }, 'file-refused', { reason: 'still open' }],
    ['slices are missing', { short: 400_000 }, 'file-incomplete', { size: BYTES.length }],
    ['bytes are missing', { short: 1 }, 'file-incomplete', { size: BYTES.length }],
  ])('are refused and the file is closed where %s', async (_what, fault, code, params) => {
    const document = office(new Document(BYTES, fault));
    await expect(workbookBytes()).rejects.toMatchObject(reason(code, params));
    expect(document.open).toBe(0);
  });

  it('are refused for a file without content', async () => {
    office(new Document(new Uint8Array()));
    await expect(workbookBytes()).rejects.toMatchObject(reason('file-incomplete', { size: 0 }));
  });

  it('come after a call that failed', async () => {
    office(new Document(BYTES, { open: 'no file' }));
    const failed = workbookBytes();
    await expect(failed).rejects.toThrow();
    office(new Document(BYTES.subarray(0, 10)));
    expect(await workbookBytes()).toHaveLength(10);
  });
});
