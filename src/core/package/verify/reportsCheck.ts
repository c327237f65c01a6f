import { REPORTS } from '../bag/layout';
import { PRODUCT_VERSION } from '../../version';
import type { PackageFile } from '../packageFile';
import { publicReportsOf, reportsOf } from '../pack';
import type { NotChecked } from './codes';
import { whyClosed, type Checked } from './compared';
import { sameBytes } from './containerCheck';
import { fileOf, type VerifyContext } from './context';
import { fault } from './fault';

/** Documents for people say what the package says: made again, they are the same bytes. */
export async function checkReports(context: VerifyContext): Promise<Checked> {
  const { opened, documents } = context;
  const packed = REPORTS.filter((path) => fileOf(opened, path) !== null);
  const again = madeAgain(context);
  if (typeof again === 'string') return packed.length === 0 && again === 'no-report-builder' ? 'no-reports' : again;
  if (documents.info?.software !== PRODUCT_VERSION) return 'other-software';
  const made = new Map((await again).map(({ path, bytes }) => [path, bytes]));
  const unmade = packed.filter((path) => context.tools.unmade?.includes(path));
  const differing = packed.filter(
    (path) => !unmade.includes(path) && !(made.has(path) && sameBytes(made.get(path)!, fileOf(opened, path)!)),
  );
  const missing = [...made.keys()].filter((path) => fileOf(opened, path) === null);
  const faults = [
    ...differing.map((path) => fault('report-differs', path)),
    ...missing.map((path) => fault('report-missing', path)),
  ];
  return faults.length === 0 && unmade.length > 0 ? 'pdf-not-made' : faults;
}

function madeAgain({ workbook, tools, documents }: VerifyContext): Promise<readonly PackageFile[]> | NotChecked {
  const { info, public: published } = documents;
  if (info?.version === 'public') {
    if (!tools.publicDocuments) return 'no-report-builder';
    return published ? publicReportsOf(published, info, tools) : 'document-broken';
  }
  if (!tools.documents) return 'no-report-builder';
  return workbook.ok ? reportsOf(workbook.value, tools.documents, documents) : whyClosed(workbook);
}
