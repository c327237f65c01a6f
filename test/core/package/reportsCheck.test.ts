import { DOCUMENTS, documentsWithoutPdf, publicDocumentsWithoutPdf } from '../../../src/adapters/documents/withoutPdf';
import { reportingTools } from '../../../src/apps/cli/packageTools';
import { packWorkbook } from '../../../src/core/package/pack';
import type { VerifyTools } from '../../../src/core/package/verify/context';
import { verifyPackage } from '../../../src/core/package/verify/verifyPackage';
import { forged, opened, packageTools, sampleEvidence, sampleWorkbook } from '../../support/packages';

jest.setTimeout(240_000);

/** What a page has that carries no fonts. */
const withoutPdf: VerifyTools = {
  ...packageTools,
  documents: documentsWithoutPdf,
  publicDocuments: publicDocumentsWithoutPdf,
  unmade: [DOCUMENTS.pdf],
};

let whole: VerifyTools;
let packed: Uint8Array;
let published: Uint8Array;

beforeAll(async () => {
  whole = await reportingTools();
  const pack = (version: 'full' | 'public') =>
    packWorkbook(sampleWorkbook('photovoltaics'), sampleEvidence(), whole, version);
  [packed, published] = [(await pack('full')).bytes, (await pack('public')).bytes];
});

async function reports(bytes: Uint8Array, tools: VerifyTools) {
  const { checks } = await verifyPackage(bytes, tools);
  const { state, reason, faults } = checks.find(({ id }) => id === 'reports')!;
  return { state, reason, faults: faults.map(({ code, path }) => `${code} ${path}`) };
}

/** One more space at the end: nobody sees it, and the hashes are repaired. */
const changed = (bytes: Uint8Array, file: string): Promise<Uint8Array> =>
  forged(bytes, (payload) => payload.set(file, Uint8Array.from([...payload.get(file)!, 0x20])));

it('say what people read, and no keys of texts', async () => {
  const page = new TextDecoder().decode(opened(packed).files.find(({ path }) => path === DOCUMENTS.page)!.bytes);
  expect(page).toContain('<title>域外貢献量 算定報告書</title>');
  expect(page).not.toContain('report.');
});

it('are found as packed where all of them can be made', async () => {
  expect(await reports(packed, whole)).toEqual({ state: 'passed', reason: null, faults: [] });
  expect(await reports(published, whole)).toEqual({ state: 'passed', reason: null, faults: [] });
});

it('are not called checked where the PDF cannot be made', async () => {
  const expected = { state: 'not-checked', reason: 'pdf-not-made', faults: [] };
  expect(await reports(packed, withoutPdf)).toEqual(expected);
  expect(await reports(published, withoutPdf)).toEqual(expected);
});

it.each([DOCUMENTS.page, DOCUMENTS.workbook])('of a package, %s is told where it was changed', async (file) => {
  const faults = [`report-differs ${file}`];
  expect(await reports(await changed(packed, file), withoutPdf)).toEqual({ state: 'failed', reason: null, faults });
});

it('of a public version, the page is told where it was changed', async () => {
  const faults = [`report-differs ${DOCUMENTS.page}`];
  const bytes = await changed(published, DOCUMENTS.page);
  expect(await reports(bytes, withoutPdf)).toEqual({ state: 'failed', reason: null, faults });
});

it('a changed PDF is told where one can be made', async () => {
  const bytes = await changed(packed, DOCUMENTS.pdf);
  expect(await reports(bytes, whole)).toMatchObject({ faults: [`report-differs ${DOCUMENTS.pdf}`] });
});
