import { saveFile } from '../../../src/adapters/excel/saveFile';

const BYTES = Uint8Array.of(80, 75, 3, 4, 255, 0);

/** What the page did with a file, in the order it did it. */
let done: string[];
let blobs: Blob[];

interface Excel {
  readonly platform: string;
  /** What the system says to sharing; absent where it does not offer any. */
  readonly share?: (files: readonly File[]) => Promise<void>;
  readonly refusesKind?: boolean;
  readonly createWorkbook?: (base64: string) => Promise<void>;
}

function excel({ platform, share, refusesKind, createWorkbook }: Excel): void {
  done = [];
  blobs = [];
  const link = { href: '', download: '', click: () => done.push(`click ${link.href} as ${link.download}`) };
  const sharing = share && {
    canShare: () => !refusesKind,
    share: ({ files }: { files: readonly File[] }) => share(files),
  };
  Object.assign(globalThis, {
    Office: { context: { platform }, PlatformType: { PC: 'PC', OfficeOnline: 'OfficeOnline', Mac: 'Mac' } },
    Excel: { createWorkbook },
    document: { createElement: () => link },
  });
  Object.defineProperty(globalThis, 'navigator', { value: sharing ?? {}, configurable: true });
  jest.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:1';
  });
  jest.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void done.push(`revoke ${address}`));
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

const said = (code: string) => ({ code: `excel.${code}`, params: { name: expect.any(String) } });
const refusal = (code: string) => expect.objectContaining({ detail: expect.objectContaining({ code }) });

describe.each(['PC', 'OfficeOnline'])('a file in Excel on %s', (platform) => {
  it('goes to the downloads under its name, byte for byte, and its address is let go only later', async () => {
    excel({ platform });
    expect(await saveFile(BYTES, 'case 2025.kmc.zip')).toEqual(said('saved.downloaded'));
    expect(done).toEqual(['click blob:1 as case 2025.kmc.zip']);
    expect(new Uint8Array(await blobs[0]!.arrayBuffer())).toEqual(BYTES);
    expect(blobs[0]!.type).toBe('application/octet-stream');
    jest.runAllTimers();
    expect(done.at(-1)).toBe('revoke blob:1');
  });
});

describe('a file in Excel for Mac, which ignores downloads without a word', () => {
  it('is opened beside this workbook where it is one', async () => {
    const opened: string[] = [];
    excel({ platform: 'Mac', createWorkbook: async (base64) => void opened.push(base64) });
    expect(await saveFile(BYTES, 'copy.XLSX')).toEqual(said('saved.opened'));
    // RFC 4648: 504B03 04FF00
    expect(opened).toEqual(['UEsDBP8A']);
    expect(done).toEqual([]);
  });

  it('is shared where the system offers that, with its kind', async () => {
    const given: File[] = [];
    excel({ platform: 'Mac', share: async (files) => void given.push(...files) });
    expect(await saveFile(BYTES, 'case.kmc.zip')).toEqual(said('saved.shared'));
    expect(given.map(({ name, type, size }) => [name, type, size])).toEqual([['case.kmc.zip', 'application/zip', 6]]);
    expect(done).toEqual([]);
  });

  it('is not said to be saved where the user closes the window', async () => {
    const share = () => Promise.reject(new DOMException('', 'AbortError'));
    excel({ platform: 'Mac', share });
    expect(await saveFile(BYTES, 'case.kmc.zip')).toEqual(said('saved.cancelled'));
  });

  it.each<[string, Partial<Excel>]>([
    ['offers no sharing', {}],
    ['does not share this kind', { share: async () => {}, refusesKind: true }],
    ['refuses', { share: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
  ])('is refused with a sentence where the system %s', async (_what, traits) => {
    excel({ platform: 'Mac', ...traits });
    await expect(saveFile(BYTES, 'case.kmc.zip')).rejects.toEqual(refusal('excel.not-saved'));
    expect(done).toEqual([]);
  });

  it('is refused with Excel’s reason where Excel opens no workbook', async () => {
    const error = Object.assign(new Error('no memory'), { code: 'MemoryLimitReached' });
    excel({ platform: 'Mac', createWorkbook: () => Promise.reject(error) });
    await expect(saveFile(BYTES, 'copy.xlsx')).rejects.toEqual(refusal('excel.memory'));
  });
});
